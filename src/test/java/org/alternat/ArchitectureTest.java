package org.alternat;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.time.Clock;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The fences: which library may be known where. {@link ModuleStructureTest} holds who may call whom. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.alternat");

    @Test
    void the_process_engine_is_known_in_circulation_only() {
        fence("org.camunda..", "org.alternat.circulation..");
    }

    @Test
    void the_pdf_library_is_known_where_documents_are_read_and_signed() {
        fence("org.apache.pdfbox..", "org.alternat.pades..", "org.alternat.pki..", "org.alternat.document..");
    }

    @Test
    void the_crypto_library_is_known_where_keys_and_signatures_are_made() {
        fence("org.bouncycastle..", "org.alternat.pades..", "org.alternat.pki..");
    }

    @Test
    void the_judge_is_nowhere_on_our_class_path() {
        fence("eu.europa.esig..");
    }

    @Test
    void mail_is_known_in_mail_only() {
        fence("jakarta.mail..", "org.alternat.mail..");
        fence("org.springframework.mail..", "org.alternat.mail..");
    }

    @Test
    void requests_and_pages_are_known_in_web_only() {
        fence("jakarta.servlet..", "org.alternat..web..");
        fence("org.springframework.web..", "org.alternat..web..");
        fence("org.springframework.ui..", "org.alternat..web..");
    }

    @Test
    void no_two_packages_import_each_other() {
        slices().matching("org.alternat.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto|Entity)")
                .check(HOUSE);
    }

    @Test
    void what_a_class_needs_comes_through_its_one_constructor() {
        noMembers().should(beAnnotatedWith(Autowired.class)).check(HOUSE);
        noFields()
                .should(beAnnotatedWith(Value.class))
                .orShould(beAnnotatedWith("jakarta.annotation.Resource"))
                .orShould(beAnnotatedWith("jakarta.inject.Inject"))
                .check(HOUSE);
    }

    @Test
    void the_old_date_is_known_only_where_a_library_asks_for_it() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.alternat.circulation..",
                        "org.alternat.mail..",
                        "org.alternat.pki..",
                        "org.alternat.pades..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .check(HOUSE);
    }

    @Test
    void time_comes_in_through_the_clock_only() {
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("now"))
                        .and(target(owner(resideInAPackage("java.time.."))))
                        .and(withoutClock()))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.alternat.system")
                .should()
                .callMethodWhere(target(nameMatching("system.*|tick.*")).and(target(owner(equivalentToClock()))))
                .check(HOUSE);
    }

    /** Nobody but these packages, where there are any, may know that library. */
    private static void fence(String library, String... inside) {
        ClassesShould outside = inside.length == 0
                ? noClasses().should()
                : noClasses().that().resideOutsideOfPackages(inside).should();
        outside.dependOnClassesThat().resideInAPackage(library).check(HOUSE);
    }

    private static DescribedPredicate<JavaAccess<?>> withoutClock() {
        return DescribedPredicate.describe(
                "without a clock",
                access -> !(access instanceof JavaMethodCall call)
                        || call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class)));
    }

    private static DescribedPredicate<JavaClass> equivalentToClock() {
        return DescribedPredicate.describe("Clock", type -> type.isEquivalentTo(Clock.class));
    }
}
