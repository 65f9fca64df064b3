package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.stowage.local.engine.TaskAddress.Binding;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.TaskSetup;
import java.util.ArrayList;
import java.util.List;

/**
 * Which ports of this machine lead to a container in bridge mode, or to a task that is not reached at its address.
 *
 * @param bindings port for port
 * @param dynamic those host ports that were chosen here, and can be chosen again
 */
record PortPlan(List<Binding> bindings, List<Integer> dynamic) {

    /** Nothing leads anywhere. */
    static final PortPlan NONE = new PortPlan(List.of(), List.of());

    /** A plan that cannot be changed from outside. */
    PortPlan {
        bindings = List.copyOf(bindings);
        dynamic = List.copyOf(dynamic);
    }

    /**
     * Fixed ports as they are written, dynamic ones out of those that are free.
     *
     * @throws IllegalStateException in the agent's words, where there are not enough
     */
    static PortPlan of(ContainerSetup setup, HostPorts ports) {
        return of(setup, true, ports);
    }

    /**
     * Free ports for all that the containers of a task have, whatever host ports are written: in {@code awsvpc} mode these mean
     * nothing, and several tasks may say the same.
     *
     * @throws IllegalStateException in the agent's words, where there are not enough
     */
    static PortPlan ofTask(TaskSetup task, HostPorts ports) {
        var bindings = new ArrayList<Binding>();
        var dynamic = new ArrayList<Integer>();
        for (var one : task.containers()) {
            var plan = of(one, false, ports);
            bindings.addAll(plan.bindings);
            dynamic.addAll(plan.dynamic);
        }
        return new PortPlan(bindings, dynamic);
    }

    private static PortPlan of(ContainerSetup setup, boolean asWritten, HostPorts ports) {
        var bindings = new ArrayList<Binding>();
        var dynamic = new ArrayList<Integer>();
        for (var mapping : setup.ports()) {
            var fixed = mapping.host().filter(port -> asWritten && port != 0);
            var first = fixed.or(() -> ports.take(mapping.count(), mapping.protocol()));
            if (first.isEmpty()) {
                ports.giveBack(dynamic);
                throw new IllegalStateException(
                        mapping.count() == 1
                                ? "a host port is unavailable"
                                : mapping.count() + " contiguous host ports are unavailable");
            }
            for (var i = 0; i < mapping.count(); i++) {
                bindings.add(binding(setup, mapping, i, first.get() + i));
                if (fixed.isEmpty()) {
                    dynamic.add(first.get() + i);
                }
            }
        }
        return new PortPlan(bindings, dynamic);
    }

    private static Binding binding(ContainerSetup setup, PortMapping mapping, int place, int hostPort) {
        return new Binding(
                setup.name(), mapping.first() + place, mapping.protocol().word(), hostPort);
    }

    /** The ports of the container, as its image would expose them. */
    List<ExposedPort> exposed() {
        return bindings.stream().map(PortPlan::exposed).toList();
    }

    /** Has the engine listen for them at these addresses of this machine. */
    void publish(HostConfig host, List<String> addresses) {
        var ports = new Ports();
        for (var one : bindings) {
            for (var address : addresses) {
                var binding = Ports.Binding.bindIpAndPort(address, one.hostPort());
                ports.add(new PortBinding(binding, exposed(one)));
            }
        }
        host.withPortBindings(ports);
    }

    private static ExposedPort exposed(Binding one) {
        return new ExposedPort(one.port(), InternetProtocol.parse(one.protocol()));
    }
}
