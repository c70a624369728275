package org.alternat.declaration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Rounds;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OrganiserSlice
class AnswersChartTest {

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    Rounds rounds;

    @Autowired
    TransactionTemplate transaction;

    DeclarationId id;
    Instant released;
    Instant deadline;

    @BeforeEach
    void four_people_are_asked() {
        TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
        id = declarations.draft(TestDeclarations.ofRounds(1, 1, 1, 1), organiser);
        declarations.release(id, organiser);
        transaction.executeWithoutResult(status -> rounds.next(id));
        Declaration declaration = declarations.get(id);
        released = declaration.releasedAt();
        deadline = declaration.deadline();
    }

    @Test
    void before_the_first_answer_the_line_lies_on_the_ground() {
        AnswersChart chart = chart(released.plus(half()));

        assertThat(chart.answers()).isEqualTo("M0 156.0H300.0");
        assertThat(chart.now()).isEqualTo("300.0");
        assertThat(chart.deadline()).as("the right edge while there is time").isEqualTo("600.0");
        assertThat(chart.answered()).isZero();
    }

    @Test
    void each_answer_is_a_step_and_a_refusal_is_one_of_them() {
        answer(0, released.plus(half().dividedBy(2)), false);
        answer(1, released.plus(half()), true);

        AnswersChart chart = chart(deadline);

        assertThat(chart.answers()).isEqualTo("M0 156.0H150.0V118.0H300.0V80.0H600.0");
        assertThat(chart.refusals()).isEqualTo("M0 156.0H300.0V118.0H600.0");
        assertThat(chart.days())
                .containsExactly(
                        new AnswersChart.Day(day(released.plus(half().dividedBy(2))), 1, 0, 1),
                        new AnswersChart.Day(day(released.plus(half())), 1, 1, 2));
        assertThat(List.of(chart.answered(), chart.refused(), chart.asked())).containsExactly(2, 1, 4);
    }

    @Test
    void after_the_deadline_the_picture_goes_on() {
        AnswersChart chart = chart(deadline.plus(Duration.between(released, deadline)));

        assertThat(chart.deadline()).isEqualTo("300.0");
        assertThat(chart.now()).isEqualTo("600.0");
    }

    private Duration half() {
        return Duration.between(released, deadline).dividedBy(2);
    }

    private LocalDate day(Instant at) {
        return at.atZone(declarations.get(id).zone()).toLocalDate();
    }

    private void answer(int place, Instant at, boolean refuses) {
        Signatory one = signatories.of(id).get(place);
        Boolean counted = transaction.execute(
                status -> refuses ? signatories.refused(one.id(), at, null) : signatories.consented(one.id(), at));
        assertThat(counted).isTrue();
    }

    private AnswersChart chart(Instant present) {
        return AnswersChart.of(declarations.get(id), signatories.of(id), present);
    }
}
