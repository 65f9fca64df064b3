package dev.stowage.local.service;

import dev.stowage.local.event.ServiceEvent;
import dev.stowage.local.place.Fleet;
import dev.stowage.local.place.Instance;
import dev.stowage.local.place.Launch;
import dev.stowage.local.place.Placement;
import dev.stowage.local.task.Assignment;
import dev.stowage.local.task.Site;
import dev.stowage.local.task.Task;
import dev.stowage.schema.semantics.CapacityShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts tasks of the primary deployment of a service, each where it belongs, until one finds no place. */
final class Starter {

    private final Service service;
    private final Situation situation;
    private final List<Task> live;
    private final List<Task> started = new ArrayList<>();
    private final List<ServiceEvent> problems = new ArrayList<>();

    Starter(Service service, Situation situation, List<Task> live) {
        this.service = service;
        this.situation = situation;
        this.live = new ArrayList<>(live);
    }

    /** The tasks that were started. */
    List<Task> started() {
        return started;
    }

    /** Why a task found no place, if one did not. */
    Optional<ServiceEvent> problem() {
        return problems.stream().findFirst();
    }

    /** Starts so many, where capacity providers, placement or zones have them. */
    void start(int count) {
        var fleet = situation.fleet();
        for (var more = 0; more < count && problems.isEmpty(); more++) {
            var provider = nextProvider();
            if (service.spec().launch() instanceof Launch.OnFargate fargate) {
                begin(Site.onFargate(fargate.emptiest(live)).chargedTo(provider));
            } else if (service.spec().launch() instanceof Launch.OnInstances on) {
                var outcome = outcome(on.placement(), fleet, provider);
                begin(outcome, provider);
                fleet = occupied(fleet, outcome.instance());
            }
        }
    }

    /** Starts one in that zone, if it fits; whether it did. */
    boolean startIn(String zone) {
        var provider = nextProvider();
        if (service.spec().launch() instanceof Launch.OnInstances on) {
            var there = outcome(on.placement(), situation.fleet().in(zone), provider);
            there.instance().ifPresent(at -> begin(siteOn(at).chargedTo(provider.or(at::provider))));
            return there.instance().isPresent();
        }
        begin(Site.onFargate(zone).chargedTo(provider));
        return true;
    }

    /** Starts one there, if it fits. */
    void startOn(String instance, Placement placement) {
        var here = new Placement(List.of(), placement.strategies());
        begin(outcome(here, situation.fleet().only(instance), Optional.empty()), Optional.empty());
    }

    private Placement.Outcome outcome(Placement placement, Fleet fleet, Optional<String> provider) {
        var demand = service.rollout().primary().definition().demand();
        return placement.place(
                fleet,
                service.spec().group().name(),
                demand,
                provider,
                situation.names().seed());
    }

    private Fleet occupied(Fleet fleet, Optional<Instance> by) {
        var demand = service.rollout().primary().definition().demand();
        return by.map(at -> fleet.with(at.id(), service.spec().group().name(), demand))
                .orElse(fleet);
    }

    private void begin(Placement.Outcome outcome, Optional<String> provider) {
        outcome.instance().ifPresent(at -> begin(siteOn(at).chargedTo(provider.or(at::provider))));
        if (outcome.instance().isEmpty()) {
            problems.add(problemOf(outcome));
        }
    }

    private ServiceEvent problemOf(Placement.Outcome outcome) {
        var name = service.spec().name();
        return outcome.closest()
                .flatMap(closest -> outcome.shortage()
                        .map(lack -> ServiceEvent.unplaced(name, closest, lack.event(), situation.now())))
                .orElseGet(() -> ServiceEvent.unplaced(name, situation.now()));
    }

    private void begin(Site site) {
        var primary = service.rollout().primary();
        var spec = service.spec();
        var assignment = new Assignment(spec.group(), primary.id(), site, spec.isRouted());
        var task = Task.accepted(situation.names().task(), primary.definition(), assignment, situation.now());
        started.add(task);
        live.add(task);
    }

    private static Site siteOn(Instance instance) {
        return Site.onInstance(instance.id(), instance.zone());
    }

    private Optional<String> nextProvider() {
        var strategy = service.spec().capacity();
        if (strategy.isEmpty()) {
            return Optional.empty();
        }
        var counts = strategy.stream().map(this::tasksOn).toList();
        return Optional.of(strategy.get(CapacityShare.next(strategy, counts)).provider());
    }

    private int tasksOn(CapacityShare share) {
        var charged = Optional.of(share.provider());
        return (int) live.stream()
                .filter(task -> task.assignment().site().provider().equals(charged))
                .count();
    }
}
