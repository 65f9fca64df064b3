package dev.stowage.local.run;

import dev.stowage.local.dns.Instance;
import dev.stowage.local.dns.RecordType;
import dev.stowage.local.dns.ServiceName;
import dev.stowage.local.dns.Zone;
import dev.stowage.local.engine.TaskAddress;
import dev.stowage.local.stack.DiscoveryService;
import dev.stowage.local.stack.DiscoveryService.DnsRecord;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.Namespace;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.Registration;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.task.Health;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import dev.stowage.local.task.TaskStatus;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The names of the Cloud Map services of a run, which the tasks answer to that are {@code RUNNING} and wanted. */
final class CloudMap {

    private static final int TTL = 60;

    private final Function<TaskId, Optional<TaskAddress>> addresses;
    private final String gateway;

    /**
     * Names for tasks with those addresses.
     *
     * @param gateway the address at which tasks reach this machine, and with it the ports of tasks that have no address of
     *     their own
     */
    CloudMap(Function<TaskId, Optional<TaskAddress>> addresses, String gateway) {
        this.addresses = addresses;
        this.gateway = gateway;
    }

    /** The names of that stack when its tasks are like that. */
    Zone zone(LocalStack stack, List<Task> tasks) {
        var names = new ArrayList<ServiceName>();
        var spaces = new ArrayList<String>();
        for (var space : stack.namespaces()) {
            if (space.kind() != Namespace.Kind.HTTP) {
                spaces.add(space.name());
                space.services().forEach(service -> names.add(name(service, space, stack, tasks)));
            }
        }
        return Zone.of(spaces, names);
    }

    private ServiceName name(DiscoveryService service, Namespace space, LocalStack stack, List<Task> tasks) {
        var instances = new ArrayList<Instance>();
        for (var one : stack.services()) {
            for (var registration : one.registrations()) {
                if (registration.discovery().equals(service.key())) {
                    addAll(one, registration, tasks, instances);
                }
            }
        }
        var ttl = service.records().stream().findFirst().map(DnsRecord::ttl).orElse(TTL);
        return new ServiceName(service.name() + "." + space.name(), types(service), ttl, service.weighted(), instances);
    }

    private static Set<RecordType> types(DiscoveryService service) {
        var types = EnumSet.noneOf(RecordType.class);
        for (var type : RecordType.values()) {
            if (service.records().stream().anyMatch(one -> one.type().equals(type.name()))) {
                types.add(type);
            }
        }
        return types;
    }

    private void addAll(ServiceSetup service, Registration registration, List<Task> tasks, List<Instance> instances) {
        for (var task : tasks) {
            if (service.id().has(task) && task.status() == TaskStatus.RUNNING && task.isWanted()) {
                addresses
                        .apply(task.id())
                        .ifPresent(address -> instances.add(instance(service, registration, task, address)));
            }
        }
    }

    private Instance instance(ServiceSetup service, Registration registration, Task task, TaskAddress address) {
        var hasOwn = service.setup().network() == NetworkMode.AWSVPC;
        var port = registration
                .port()
                .map(it -> address.port(registration.container().orElse(""), it).orElse(it))
                .orElse(0);
        var isHealthy = task.health() != Health.UNHEALTHY;
        return new Instance(task.id().value(), address(hasOwn ? address.ip() : gateway), port, isHealthy);
    }

    private static Inet4Address address(String numbers) {
        try {
            return (Inet4Address) InetAddress.getByName(numbers);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(numbers + " is no address", impossible);
        }
    }
}
