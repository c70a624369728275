package org.alternat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Calls go down, facts go up: the imports that each package-info allows are the only ones there are. */
class ModuleStructureTest {

    @Test
    void every_package_calls_only_the_packages_below_it() {
        ApplicationModules.of(AlternatApplication.class).verify();
    }
}
