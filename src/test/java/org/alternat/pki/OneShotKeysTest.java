package org.alternat.pki;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.KeyPair;
import java.security.PrivateKey;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.junit.jupiter.api.Test;

/** A signatory's key exists in one method's variables only: no field can hold it, and only that method has one made. */
class OneShotKeysTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.alternat");

    private static final DescribedPredicate<JavaClass> PRIVATE_KEYS = describe(
            "private keys",
            type -> type.isAssignableTo(PrivateKey.class)
                    || type.isAssignableTo(KeyPair.class)
                    || type.isAssignableTo(AsymmetricCipherKeyPair.class)
                    || type.isAssignableTo(AsymmetricKeyParameter.class));

    @Test
    void no_field_holds_a_private_key_but_those_of_the_services_own_fresh_keys() {
        noFields()
                .that()
                .areDeclaredInClassesThat(describe(
                        "are not fresh keys of the service", owner -> !owner.isAssignableTo(KeyStorage.FreshKey.class)))
                .should()
                .haveRawType(PRIVATE_KEYS)
                .check(HOUSE);
    }

    @Test
    void no_method_hands_one_out_but_those_that_make_it() {
        noMethods()
                .that()
                .areDeclaredInClassesThat(describe(
                        "neither make keys nor keep the service's own",
                        owner -> !owner.isAssignableTo(KeyStorage.FreshKey.class)
                                && !owner.isAssignableTo(OneShotAlgorithm.class)
                                && !owner.isEquivalentTo(EcdsaSigner.class)
                                // Bouncy Castle has one type for both halves; there only public ones are known.
                                && !owner.getName().startsWith(KnownKeys.class.getName())))
                .should()
                .haveRawReturnType(PRIVATE_KEYS)
                .check(HOUSE);
    }

    @Test
    void only_the_one_method_that_signs_for_a_person_has_a_one_shot_key_made() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "a one-shot key is made elsewhere",
                        (JavaMethodCall call) -> call.getTarget().getName().equals("newKeyPair")
                                && call.getTargetOwner().isAssignableTo(OneShotAlgorithm.class)
                                && !(call.getOriginOwner().isEquivalentTo(SignatorySigner.class)
                                        && call.getOrigin().getName().equals("signOnce"))))
                .check(HOUSE);
    }
}
