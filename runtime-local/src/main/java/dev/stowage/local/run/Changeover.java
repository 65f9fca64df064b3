package dev.stowage.local.run;

import dev.stowage.local.loop.ControlLoop;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.service.ServiceStatus;
import dev.stowage.local.stack.LocalStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has a loop want another stack: its instances and services, and none that are not in it. */
final class Changeover {

    private Changeover() {}

    /** Does so; the services that go on with the deployment that they had. */
    static List<ServiceId> to(LocalStack stack, ControlLoop loop) {
        var same = new ArrayList<ServiceId>();
        stack.clusters().forEach(cluster -> cluster.instances().forEach(one -> loop.put(cluster.name(), one)));
        for (var service : stack.services()) {
            var before = primary(loop, service.id());
            loop.put(service.spec());
            if (before.isPresent() && before.equals(primary(loop, service.id()))) {
                same.add(service.id());
            }
        }
        loop.cluster().services().stream()
                .filter(service -> service.status() == ServiceStatus.ACTIVE)
                .map(service -> service.spec().id())
                .filter(id -> stack.service(id).isEmpty())
                .forEach(loop::delete);
        return same;
    }

    private static Optional<String> primary(ControlLoop loop, ServiceId id) {
        return loop.cluster()
                .service(id)
                .map(Service::rollout)
                .map(rollout -> rollout.primary().id());
    }
}
