package dev.stowage.local.service;

import dev.stowage.local.deploy.Deployment;
import dev.stowage.local.deploy.Failure;
import dev.stowage.local.event.ServiceEvent;

/**
 * Whether the primary deployment of a service has failed, and what follows: its circuit breaker or one of its alarms gives it
 * up, whichever is first, and the last completed one is made again where that one says so.
 */
final class Judge {

    private final Situation situation;

    Judge(Situation situation) {
        this.situation = situation;
    }

    /** The service after a look at its failures and its alarms. */
    Service judged(Service service, int desired) {
        var watched = watched(service);
        var settings = service.spec().settings();
        if (watched.rollout().isTripped(settings.breaker(), desired)) {
            return givenUp(watched, Failure.TASKS, settings.breaker().rollback());
        }
        return isAlarmed(watched)
                ? givenUp(watched, Failure.ALARM, settings.alarms().rollback())
                : watched;
    }

    /** With its alarms on the primary deployment from its beginning on. */
    private Service watched(Service service) {
        var alarms = service.spec().settings().alarms();
        var primary = service.rollout().primary().id();
        if (!alarms.areSet() || service.watch().deployment().equals(primary)) {
            return service;
        }
        return service.with(new Watch(primary, alarms.anyIn(situation.alarms()), false, Pause.none(situation.now())));
    }

    private boolean isAlarmed(Service service) {
        return service.rollout().primary().isInProgress()
                && !service.watch().ignored()
                && service.spec().settings().alarms().anyIn(situation.alarms());
    }

    private Service givenUp(Service service, Failure cause, boolean rollback) {
        var failed = service.rollout().primary();
        var name = service.spec().name();
        var givenUp = service.with(service.rollout().giveUp(cause, situation.now()))
                .with(ServiceEvent.failed(name, failed.id(), cause.event(), situation.now()));
        var back = service.rollout().wayBack().filter(completed -> rollback);
        return back.map(to -> goBack(givenUp, to, cause)).orElse(givenUp);
    }

    private Service goBack(Service service, Deployment to, Failure cause) {
        var next = service.rollout().goBack(situation.names().deployment(), to, cause, situation.now());
        return service.with(next)
                .with(StartThrottle.open(situation.now()))
                .with(ServiceEvent.rollingBack(service.spec().name(), to.id(), situation.now()));
    }

    /**
     * A steady service whose deployment is in progress: baking where it has alarms, or with its deployment completed. The
     * first one does not bake, as on AWS it would: there is nothing to go back to, and whoever starts a run would wait for it.
     */
    Service settled(Service service) {
        var alarms = service.spec().settings().alarms();
        var isFirst = service.rollout().completed().isEmpty();
        if (alarms.areSet() && !isFirst && !service.watch().steady()) {
            var bake = new Pause(situation.now(), situation.scale().of(alarms.bake()));
            return settled(service.with(service.watch().steady(bake)));
        }
        if (service.watch().bake().isOn(situation.now())) {
            return service;
        }
        var primary = service.rollout().primary().id();
        return service.with(service.rollout().complete(situation.now()))
                .with(ServiceEvent.completed(service.spec().name(), primary, situation.now()));
    }
}
