package org.alternat.circulation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.alternat.declaration.Corrections;
import org.alternat.declaration.Delegation;
import org.alternat.declaration.DelegationRule;
import org.alternat.declaration.Delegations;
import org.alternat.declaration.EarlyClosing;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.PaperSignatures;
import org.alternat.declaration.PaperUndoing;
import org.alternat.declaration.Pauses;
import org.alternat.declaration.Person;
import org.alternat.declaration.Prolongations;
import org.alternat.declaration.Replacements;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.TestDeclarations;
import org.alternat.document.IntakeResult;
import org.alternat.document.ScanType;
import org.alternat.shared.EmailAddress;
import org.alternat.signing.AnswerOutcome;
import org.alternat.signing.DelegationDesk;
import org.alternat.signing.Signing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * One thing that somebody or something does to a circulating declaration, and whether it was allowed. A further one is one more
 * line in {@link #helpful} or {@link #anything}.
 */
record Move(String name, Act act) {

    /** Makes the move; false when the service said no. */
    interface Act {
        boolean make(FivePeople world);
    }

    /** Any moves by anybody, in any order. */
    static Arbitrary<List<Move>> anything() {
        return Arbitraries.frequencyOf(
                        Tuple.of(20, helpful()),
                        Tuple.of(1, person("refuses", Move::refuses)),
                        Tuple.of(1, always("the declaration is withdrawn", Move::withdraws)),
                        Tuple.of(1, always("the text is corrected", Move::corrects)),
                        Tuple.of(1, always("it is closed early", Move::closes)),
                        Tuple.of(2, Arbitraries.integers().between(1, 9).map(Move::days)))
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    /** Nobody refuses and nobody is late: all have signed in the end, whatever else was tried. */
    static Arbitrary<List<Move>> towardsTheEnd() {
        Move goOn = new Move("answers go on", Move::resumes);
        Move rest = new Move("all others sign, round by round", Move::allSign);
        return helpful().list().ofMinSize(5).ofMaxSize(20).map(moves -> {
            List<Move> all = new ArrayList<>(moves);
            all.add(goOn);
            all.add(rest);
            return all;
        });
    }

    /** Moves that end nothing, among them many that are not allowed. The numbers say how often one comes. */
    private static Arbitrary<Move> helpful() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, person("signs", Move::signs)),
                Tuple.of(1, person("signs without a tick", (world, who) -> answered(consents(world, who, false)))),
                Tuple.of(1, person("signs without reading", (world, who) -> answered(consents(world, who, true)))),
                Tuple.of(2, person("is reminded", Move::reminds)),
                Tuple.of(1, always("everybody is reminded", world -> reminds(world, null))),
                Tuple.of(1, always("it is released again", Move::releases)),
                Tuple.of(1, person("is replaced", Move::replaced)),
                Tuple.of(2, person("names a delegate", Move::namesDelegate)),
                Tuple.of(1, person("may have a delegate", (world, who) -> decides(world, who, true))),
                Tuple.of(1, person("may have none", (world, who) -> decides(world, who, false))),
                Tuple.of(1, always("delegations are allowed from now on", Move::allowsDelegations)),
                Tuple.of(1, person("has signed on paper", Move::signedOnPaper)),
                Tuple.of(1, person("has not signed on paper after all", Move::undoesPaper)),
                Tuple.of(1, always("answers pause", Move::pauses)),
                Tuple.of(2, always("answers go on", Move::resumes)),
                Tuple.of(1, person("had a predecessor, who signs", Move::predecessorSigns)),
                Tuple.of(1, always("the deadline is prolonged", Move::prolongs)),
                Tuple.of(4, always("one step is carried out", FivePeople::oneStep)),
                Tuple.of(6, always("all due steps are carried out", FivePeople::everyDueStep)));
    }

    private static Arbitrary<Move> always(String name, Act act) {
        return Arbitraries.just(new Move(name, act));
    }

    private static Arbitrary<Move> person(String name, Personal act) {
        return Arbitraries.integers()
                .between(0, FivePeople.PEOPLE - 1)
                .map(who -> new Move("person " + who + " " + name, world -> act.make(world, who)));
    }

    private static boolean signs(FivePeople world, int who) {
        if (!world.hasLink(who)) {
            return false;
        }
        world.reads(who);
        answered(consents(world, who, true));
        return true; // to read is told in the audit trail, whatever the answer is worth
    }

    private static boolean allSign(FivePeople world) {
        while (world.everyDueStep()) {
            for (int who = 0; who < FivePeople.PEOPLE; who++) {
                signs(world, who);
            }
        }
        return true;
    }

    private static boolean replaced(FivePeople world, int who) {
        Signatory before = world.people().get(who);
        Person next = new Person(
                "Noé",
                before.familyName(),
                before.capacity(),
                new EmailAddress("noe" + who + "-" + before.version() + "@example.org"),
                before.locale());
        return moved(world, world.bean(Replacements.class).replace(world.id, before.id(), next, world.organiser));
    }

    private static boolean predecessorSigns(FivePeople world, int who) {
        int version = world.people().get(who).version();
        return version > 1 && answered(world.bean(Signing.class).consent(world.session(who, version - 1), true));
    }

    private static boolean namesDelegate(FivePeople world, int who) {
        if (!world.hasLink(who)) {
            return false;
        }
        Signatory before = world.people().get(who);
        Person delegate = new Person(
                "Lou",
                before.familyName(),
                "Adjointe",
                new EmailAddress("lou" + who + "-" + before.version() + "@example.org"),
                before.locale());
        return switch (world.bean(DelegationDesk.class).ask(world.session(who), delegate)) {
            case GIVEN, ASKED -> true;
            default -> false;
        };
    }

    private static boolean decides(FivePeople world, int who, boolean yes) {
        Delegations delegations = world.bean(Delegations.class);
        int number = delegations
                .undecided(world.people().get(who))
                .map(Delegation::number)
                .orElse(1);
        return moved(
                world,
                yes
                        ? delegations.confirm(world.id, world.id(who), number, world.organiser)
                        : delegations.decline(world.id, world.id(who), number, world.organiser));
    }

    private static boolean allowsDelegations(FivePeople world) {
        return moved(world, world.bean(Delegations.class).choose(world.id, DelegationRule.ALLOW, world.organiser));
    }

    private static boolean signedOnPaper(FivePeople world, int who) {
        byte[] scan = TestDeclarations.text().toByteArray();
        return moved(
                world,
                world.bean(PaperSignatures.class)
                        .record(
                                world.id,
                                world.id(who),
                                scan,
                                ScanType.PDF,
                                LocalDate.of(2019, 11, 28),
                                world.organiser));
    }

    private static boolean undoesPaper(FivePeople world, int who) {
        return moved(
                world,
                world.bean(PaperUndoing.class)
                        .undo(world.id, world.id(who), "Le scan est d’une autre déclaration.", world.organiser));
    }

    private static boolean pauses(FivePeople world) {
        return moved(world, world.bean(Pauses.class).pause(world.id, world.organiser));
    }

    /** Nobody else would: answers go on, or, when it is too late for that, none is taken any more. */
    static void endPause(FivePeople world) {
        if (!resumes(world) && world.bean(Signatories.class).isPaused(world.id)) {
            closes(world);
        }
    }

    private static boolean resumes(FivePeople world) {
        return moved(world, world.bean(Pauses.class).resume(world.id, world.organiser));
    }

    private static boolean closes(FivePeople world) {
        return moved(world, world.bean(EarlyClosing.class).close(world.id, world.organiser));
    }

    private static boolean prolongs(FivePeople world) {
        return moved(
                world,
                world.bean(Prolongations.class)
                        .prolong(world.id, world.now().deadline().plus(Duration.ofDays(3)), world.organiser));
    }

    private static AnswerOutcome consents(FivePeople world, int who, boolean ticked) {
        return world.hasLink(who)
                ? world.bean(Signing.class).consent(world.session(who), ticked)
                : AnswerOutcome.NOT_SHOWN;
    }

    private static boolean refuses(FivePeople world, int who) {
        return world.hasLink(who) && answered(world.bean(Signing.class).refuse(world.session(who), "Sans mandat."));
    }

    private static boolean answered(AnswerOutcome outcome) {
        return outcome == AnswerOutcome.RECORDED;
    }

    private static boolean reminds(FivePeople world, @Nullable Integer who) {
        return moved(world, world.declarations().remind(world.id, who == null ? null : world.id(who), world.organiser));
    }

    private static boolean withdraws(FivePeople world) {
        return moved(world, world.declarations().withdraw(world.id, "Le texte change.", world.organiser));
    }

    private static boolean corrects(FivePeople world) {
        IntakeResult.Accepted text = new IntakeResult.Accepted(TestDeclarations.text(), 3);
        return moved(
                world,
                world.bean(Corrections.class)
                        .correct(world.id, text, "Art. 3.", world.organiser)
                        .outcome());
    }

    private static boolean releases(FivePeople world) {
        return moved(world, world.declarations().release(world.id, world.organiser));
    }

    /** Each no is a sentence in the organiser's language. */
    private static boolean moved(FivePeople world, MoveOutcome outcome) {
        if (outcome != MoveOutcome.DONE) {
            for (String language : List.of("fr", "nl", "en")) {
                world.bean(MessageSource.class)
                        .getMessage("declaration.outcome." + outcome.name(), null, Locale.forLanguageTag(language));
            }
        }
        return outcome == MoveOutcome.DONE;
    }

    private static Move days(int days) {
        return new Move(days + " days pass", world -> {
            world.timePasses(Duration.ofDays(days));
            return true;
        });
    }

    @Override
    public String toString() {
        return name;
    }

    private interface Personal {
        boolean make(FivePeople world, int who);
    }
}
