package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.alternat.declaration.Unfinished;
import org.alternat.shared.SignatoryId;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine has lost is made anew, once, and what only waits is left alone. */
class SweepTest {

    CirculationWorld world = new CirculationWorld();
    SignatoryId signatory = world.signatory(1);
    Unfinished unfinished = mock(Unfinished.class);
    Sweep sweep;

    @BeforeEach
    void an_invited_signatory() {
        when(unfinished.declarations()).thenReturn(List.of());
        when(unfinished.consents(any())).thenReturn(List.of());
        sweep = new Sweep(unfinished, world.lostSteps(), CirculationWorld.clock());
        world.release();
        world.runDueSteps();
    }

    @AfterEach
    void leave() {
        world.close();
    }

    @Test
    void what_waits_for_an_answer_or_for_its_hour_is_left_alone() {
        assertThat(sweep.sweep()).isZero();

        world.consents(signatory);

        assertThat(sweep.sweep()).isZero();
    }

    @Test
    void a_seal_whose_job_is_lost_is_made_all_the_same() {
        untilTheSeal();
        world.management.deleteJob(world.dueSteps().get(0).getId());

        assertThat(sweep.sweep()).isEqualTo(1);
        assertThat(sweep.sweep()).as("once").isZero();
        world.untilNothingIsLeft();

        verify(world.sealing, times(1)).seal(world.id);
        verify(world.archive).store(world.id);
        assertThat(world.circulation()).isNull();
    }

    @Test
    void a_circulation_that_is_lost_before_its_archive_is_begun_again_once() {
        untilTheSeal();
        world.runtime.deleteProcessInstance(world.circulation().getId(), "lost");
        when(unfinished.declarations()).thenReturn(List.of(world.id));

        assertThat(sweep.sweep()).isEqualTo(1);
        assertThat(sweep.sweep()).as("once").isZero();
        world.untilNothingIsLeft();

        verify(world.archive).store(world.id);
    }

    @Test
    void a_consent_whose_invitation_is_lost_becomes_a_signature() {
        world.consents(signatory);
        world.runtime.deleteProcessInstance(world.invitation(signatory).getId(), "lost");
        when(unfinished.consents(any())).thenReturn(List.of(signatory));

        assertThat(sweep.sweep()).isEqualTo(1);
        assertThat(sweep.sweep()).as("once").isZero();
        world.runDueSteps();

        verify(world.appender).append(signatory);
    }

    private void untilTheSeal() {
        world.consents(signatory);
        while (!standsAtTheSeal()) {
            Job next = world.dueSteps().get(0);
            world.management.executeJob(next.getId());
        }
    }

    private boolean standsAtTheSeal() {
        ProcessInstance circulation = world.circulation();
        return world.dueSteps().size() == 1
                && world.dueSteps().get(0).getProcessInstanceId().equals(circulation.getId())
                && world.runtime
                                .getActivityInstance(circulation.getId())
                                .getTransitionInstances(CirculationProcess.SEAL_DOCUMENT)
                                .length
                        == 1;
    }
}
