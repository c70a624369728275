package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;

/** The diagrams keep the house's rules: they are the public model, so they are read like code. */
class ProcessModelTest {

    private static final Path FOLDER = Path.of("processes");

    /** The steps that reach out of the house or use a key: these alone are worth trying again for hours. */
    private static final Set<String> TRIED_FOR_HOURS = Set.of(
            "Task_PrepareDocument",
            "Task_SealDocument",
            "Task_CheckSealedDocument",
            "Task_ArchiveDeclaration",
            "Task_SendInvitation",
            "Task_SendReminder",
            "Task_SendRequestedReminder",
            "Task_AppendSignature",
            "Task_SendLetter",
            "Task_SendFreshLink");

    private static final Map<Class<? extends FlowElement>, String> TYPED = Map.of(
            StartEvent.class, "StartEvent_",
            EndEvent.class, "EndEvent_",
            BoundaryEvent.class, "BoundaryEvent_",
            IntermediateCatchEvent.class, "Event_",
            ServiceTask.class, "Task_",
            ReceiveTask.class, "Task_",
            ExclusiveGateway.class, "Gateway_",
            ParallelGateway.class, "Gateway_",
            SubProcess.class, "SubProcess_",
            SequenceFlow.class, "Flow_");

    private static final Set<String> VERBS = Set.of(
            "Prepare",
            "Open",
            "Prolong",
            "Pause",
            "Resume",
            "Apply",
            "Seal",
            "Check",
            "Deliver",
            "Archive",
            "Invite",
            "Record",
            "Announce",
            "Stop",
            "Notify",
            "Await",
            "Send",
            "Append",
            "Mark",
            "Settle",
            "Close");

    static Stream<Path> diagrams() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @Test
    void the_folder_holds_the_four_diagrams_and_nothing_else() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            CirculationProcess.KEY + ".bpmn",
                            InvitationProcess.KEY + ".bpmn",
                            LetterDeliveryProcess.KEY + ".bpmn",
                            FreshLinkProcess.KEY + ".bpmn");
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void a_file_is_named_as_its_one_process(Path file) {
        Process process = process(file);

        assertThat(file).hasFileName(process.getId() + ".bpmn");
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getName()).isNotBlank();
        assertThat(process.getDocumentations()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void history_is_forgotten_after_the_same_time_everywhere(Path file) {
        assertThat(process(file).getCamundaHistoryTimeToLiveString()).isEqualTo("P90D");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void every_id_tells_its_type(Path file) {
        for (FlowElement element : all(file, FlowElement.class)) {
            String prefix = TYPED.entrySet().stream()
                    .filter(type -> type.getKey().isInstance(element))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no rule for " + element.getElementType()));
            assertThat(element.getId()).matches(prefix + "[A-Z][A-Za-z]*(_[A-Z][A-Za-z]*)?");
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void steps_are_named_verb_and_object(Path file) {
        Stream<FlowNode> steps = all(file, FlowNode.class).stream()
                .filter(node ->
                        node instanceof ServiceTask || node instanceof ReceiveTask || node instanceof SubProcess);

        assertThat(steps).isNotEmpty().allSatisfy(step -> {
            String[] words = step.getName().split(" ");
            assertThat(words).hasSizeGreaterThan(1);
            assertThat(VERBS).contains(words[0]);
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void events_are_named_object_and_state(Path file) {
        Stream<FlowNode> events = all(file, FlowNode.class).stream()
                .filter(node -> node instanceof org.camunda.bpm.model.bpmn.instance.Event);

        assertThat(events).isNotEmpty().allSatisfy(event -> assertThat(event.getName())
                .matches("[A-Z][a-z]+( [a-z]+)* ([a-z]+ed|given|withdrawn|sent|due|incomplete)"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void a_gateway_asks_and_its_flows_answer(Path file) {
        for (ExclusiveGateway gateway : all(file, ExclusiveGateway.class)) {
            assertThat(gateway.getName()).endsWith("?");
            assertThat(gateway.getOutgoing()).extracting(SequenceFlow::getName).containsExactlyInAnyOrder("yes", "no");
            assertThat(gateway.getDefault().getName()).isEqualTo("no");
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void every_element_is_drawn(Path file) {
        BpmnModelInstance model = model(file);
        Set<String> shapes = model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .collect(Collectors.toSet());
        Set<String> edges = model.getModelElementsByType(BpmnEdge.class).stream()
                .map(edge -> edge.getBpmnElement().getId())
                .collect(Collectors.toSet());

        assertThat(shapes).containsExactlyInAnyOrderElementsOf(ids(all(file, FlowNode.class)));
        assertThat(edges).containsExactlyInAnyOrderElementsOf(ids(all(file, SequenceFlow.class)));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void lines_run_straight_touch_their_ends_and_cross_nothing(Path file) {
        List<Line> lines = model(file).getModelElementsByType(BpmnEdge.class).stream()
                .flatMap(ProcessModelTest::lines)
                .toList();

        for (BpmnEdge edge : model(file).getModelElementsByType(BpmnEdge.class)) {
            SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
            List<Waypoint> points = List.copyOf(edge.getWaypoints());
            assertThat(touches(flow.getSource(), points.get(0)))
                    .as("%s leaves its source", flow.getId())
                    .isTrue();
            assertThat(touches(flow.getTarget(), points.get(points.size() - 1)))
                    .as("%s reaches its target", flow.getId())
                    .isTrue();
        }
        for (Line line : lines) {
            assertThat(line.straight())
                    .as("%s is level or upright", line.flow())
                    .isTrue();
            for (Line other : lines) {
                assertThat(line.crosses(other))
                        .as("%s crosses %s", line.flow(), other.flow())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void steps_are_bound_by_bean_name_and_nothing_else_is_code(Path file) {
        for (ServiceTask task : all(file, ServiceTask.class)) {
            assertThat(task.getCamundaDelegateExpression()).matches("\\$\\{[a-z][A-Za-z]+Delegate}");
            assertThat(task.getCamundaClass()).isNull();
            assertThat(task.getCamundaExpression()).isNull();
            assertThat(task.getCamundaType()).isNull();
        }
        assertThat(all(file, ScriptTask.class)).isEmpty();
        assertThat(model(file).getModelElementsByType(Script.class)).isEmpty();
        assertThat(text(file)).doesNotContain("camunda:class", "camunda:script", "org.alternat", "executionListener");
    }

    /** What the diagrams may name: the steps, the schedule of reminders and the variables. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void every_expression_finds_what_it_names(Path file) {
        Set<String> steps = Stream.of(DeclarationSteps.class, InvitationSteps.class, LetterSteps.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Bean.class))
                .filter(method -> method.getReturnType() == JavaDelegate.class)
                .map(Method::getName)
                .collect(Collectors.toSet());
        Set<String> variables = Set.of(
                "anotherRound",
                "roundInvited",
                "declarationComplete",
                "attachedToAnother",
                "deadline",
                "invitationExpired",
                "circulationPaused",
                "declarationId",
                "signatoryId",
                "remindersSent",
                "lastLetterAt",
                "reminderPostponed",
                "closingDate",
                "signatureAsked",
                "confirmationAwaited");
        Matcher expressions = Pattern.compile("\\$\\{([^}]*)}").matcher(text(file));

        while (expressions.find()) {
            String expression = expressions.group(1);
            Matcher call =
                    Pattern.compile("reminderSchedule\\.(\\w+)\\(([\\w, ]*)\\)").matcher(expression);
            if (call.matches()) {
                List<String> arguments = List.of(call.group(2).split(", "));
                assertThat(variables).containsAll(arguments);
                assertThat(ReminderSchedule.class.getMethods())
                        .as(expression)
                        .anyMatch(method -> method.getName().equals(call.group(1))
                                && method.getParameterCount() == arguments.size());
            } else {
                assertThat(expression.endsWith("Delegate") ? steps : variables).contains(expression);
            }
        }
    }

    /** Timers and steps with a transaction of their own are what can be given up. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void every_step_that_can_be_given_up_is_told_in_words_of_its_own(Path file) {
        Stream<String> steps = all(file, ServiceTask.class).stream()
                .filter(ServiceTask::isCamundaAsyncBefore)
                .map(ServiceTask::getId);
        Stream<String> timers = model(file).getModelElementsByType(TimerEventDefinition.class).stream()
                .map(timer -> ((BaseElement) timer.getParentElement()).getId());
        for (String id : Stream.concat(steps, timers).toList()) {
            String words = CirculationProblems.words(id);
            assertThat(words).as(id).isNotEqualTo("step");
            for (String language : List.of("fr", "nl", "en")) {
                assertThat(ResourceBundle.getBundle("messages.circulation", Locale.forLanguageTag(language))
                                .getString("circulation.problem." + words))
                        .isNotBlank();
            }
        }
    }

    @Test
    void every_step_is_drawn_somewhere() throws IOException {
        Set<String> drawn = diagrams()
                .flatMap(file -> all(file, ServiceTask.class).stream())
                .map(task -> task.getCamundaDelegateExpression().replaceAll("[${}]", ""))
                .collect(Collectors.toSet());

        Stream<String> written = Stream.of(DeclarationSteps.class, InvitationSteps.class, LetterSteps.class)
                .flatMap(steps -> Arrays.stream(steps.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Bean.class))
                .map(Method::getName);

        assertThat(written).containsExactlyInAnyOrderElementsOf(drawn);
    }

    @Test
    void only_mail_timestamp_seal_and_archive_are_tried_for_hours_and_in_a_transaction_of_their_own()
            throws IOException {
        Set<String> tried = diagrams()
                .flatMap(file -> all(file, ServiceTask.class).stream())
                .filter(task -> task.getExtensionElements() != null
                        && !task.getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                .list()
                                .isEmpty())
                .peek(task ->
                        assertThat(task.isCamundaAsyncBefore()).as(task.getId()).isTrue())
                .map(ServiceTask::getId)
                .collect(Collectors.toSet());

        assertThat(tried).isEqualTo(TRIED_FOR_HOURS);
    }

    @Test
    void the_code_and_the_diagrams_mean_the_same_messages_and_elements() throws IOException {
        Set<String> messages = diagrams()
                .flatMap(file -> model(file).getModelElementsByType(Message.class).stream())
                .map(Message::getName)
                .collect(Collectors.toSet());
        Set<String> elements = diagrams()
                .flatMap(file -> all(file, FlowElement.class).stream())
                .map(FlowElement::getId)
                .collect(Collectors.toSet());
        List<String> named = Stream.of(
                        CirculationProcess.class,
                        InvitationProcess.class,
                        LetterDeliveryProcess.class,
                        FreshLinkProcess.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> !java.lang.reflect.Modifier.isPrivate(field.getModifiers()))
                .filter(field ->
                        field.getType() == String.class && !field.getName().equals("KEY"))
                .map(ProcessModelTest::constant)
                .toList();

        assertThat(named.stream().filter(name -> name.startsWith("Msg_")))
                .containsExactlyInAnyOrderElementsOf(messages);
        assertThat(named.stream().filter(name -> !name.startsWith("Msg_"))).isSubsetOf(elements);
    }

    private static String constant(java.lang.reflect.Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Line> lines(BpmnEdge edge) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        return java.util.stream.IntStream.range(1, points.size())
                .mapToObj(i -> new Line(
                        edge.getBpmnElement().getId(),
                        points.get(i - 1).getX(),
                        points.get(i - 1).getY(),
                        points.get(i).getX(),
                        points.get(i).getY()));
    }

    private static boolean touches(FlowNode node, Waypoint point) {
        Bounds box = ((BpmnShape) node.getDiagramElement()).getBounds();
        double x = point.getX() - box.getX();
        double y = point.getY() - box.getY();
        double width = box.getWidth();
        double height = box.getHeight();
        boolean onSide = (x == 0 || x == width) && y >= 0 && y <= height;
        boolean onTop = (y == 0 || y == height) && x >= 0 && x <= width;
        return onSide || onTop;
    }

    /** One level or upright piece of a sequence flow. */
    private record Line(String flow, double x1, double y1, double x2, double y2) {

        boolean straight() {
            return x1 == x2 || y1 == y2;
        }

        boolean crosses(Line other) {
            return !flow.equals(other.flow)
                    && Math.max(x1, x2) >= Math.min(other.x1, other.x2)
                    && Math.max(other.x1, other.x2) >= Math.min(x1, x2)
                    && Math.max(y1, y2) >= Math.min(other.y1, other.y2)
                    && Math.max(other.y1, other.y2) >= Math.min(y1, y2);
        }
    }

    private static Process process(Path file) {
        Collection<Process> processes = model(file).getModelElementsByType(Process.class);
        assertThat(processes).hasSize(1);
        return processes.iterator().next();
    }

    private static <T extends FlowElement> Collection<T> all(Path file, Class<T> type) {
        return model(file).getModelElementsByType(type);
    }

    private static List<String> ids(Collection<? extends FlowElement> elements) {
        return elements.stream().map(FlowElement::getId).toList();
    }

    private static BpmnModelInstance model(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
