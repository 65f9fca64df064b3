package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.ServiceConnectConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.RuntimePlatform;
import dev.stowage.schema.semantics.SizeText;
import dev.stowage.schema.table.Words;
import java.util.List;

/** Rules about the platform of Fargate that a service asks for: whether there is one, and what it does not have. */
final class ServicePlatform implements Family {

    static final Rule VERSION = Rule.of("service.platform.version", Severity.ERROR);
    static final Rule INSTANCES = Rule.of("service.platform.instances", Severity.ERROR);
    static final Rule OLD = Rule.of("service.platform.too-old", Severity.ERROR);
    static final Rule SPOT = Rule.of("service.spot.windows", Severity.ERROR);

    private static final String LATEST = "LATEST";
    private static final int LARGE = 8_192;

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(VERSION, INSTANCES, OLD, SPOT);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var service = subject.view(EcsService.EMPTY);
        if (rule == VERSION) {
            version(subject, service, findings);
        } else if (rule == INSTANCES) {
            instances(subject, service, findings);
        } else if (rule == OLD) {
            old(subject, service, findings);
        } else {
            spot(subject, service, findings);
        }
    }

    private static boolean isWindows(Found subject) {
        var task = ServiceForm.task(subject);
        return task.isPresent()
                && task.get()
                        .runtimePlatform()
                        .or(RuntimePlatform.EMPTY)
                        .operatingSystemFamily()
                        .or("")
                        .startsWith("WINDOWS");
    }

    private static void version(Found subject, EcsService service, Findings findings) {
        var version = service.platformVersion();
        var list = isWindows(subject) ? "platform.windows" : "platform.linux";
        if (version.isKnown() && !Words.standard().has(list, version.or(""))) {
            var known = Words.standard().list(list);
            var message = "`" + subject.name() + "` asks for the platform version `" + version.or("")
                    + "` of Fargate, and there are " + String.join(", ", known) + ".";
            var fault =
                    findings.fault("PlatformVersion", version, message).fix("Write " + LATEST + ", or leave it out.");
            findings.add(isForm(version.or("")) && !isWindows(subject) ? fault.as(Severity.WARNING) : fault, version);
        }
    }

    /** Whether a text may be a version that is newer than all that are known. */
    private static boolean isForm(String version) {
        var dots = 0;
        for (var i = 0; i < version.length(); i++) {
            var isDigit = version.charAt(i) >= '0' && version.charAt(i) <= '9';
            dots += version.charAt(i) == '.' ? 1 : 0;
            if (!isDigit && version.charAt(i) != '.') {
                return false;
            }
        }
        return dots == 2;
    }

    private static void instances(Found subject, EcsService service, Findings findings) {
        var launch = service.launchType();
        if (service.platformVersion().isKnown() && (launch.is("EC2") || launch.is("EXTERNAL"))) {
            var message = "`" + subject.name()
                    + "` runs on instances and asks for a platform version, which only Fargate" + " has.";
            findings.add(
                    findings.fault("PlatformVersion", service.platformVersion(), message)
                            .fix("Leave `PlatformVersion` out."),
                    launch,
                    service.platformVersion());
        }
    }

    private static void old(Found subject, EcsService service, Findings findings) {
        var version = service.platformVersion();
        var known = Words.standard().list("platform.linux");
        var position = known.indexOf(version.or(LATEST));
        if (position < 0
                || isWindows(subject)
                || !(subject.follow("TaskDefinition") instanceof Target.Held held)
                || !held.is(EcsTaskDefinition.TYPE)) {
            return;
        }
        var task = held.found();
        for (var later : known.subList(position + 1, known.size())) {
            for (var path : Words.standard().list("platform.since-" + later)) {
                var written = PropertyPaths.written(task.resource().properties(), path);
                if (!written.isEmpty()) {
                    var what = path.substring(path.lastIndexOf('/') + 1);
                    tooOld(subject, version, "`" + what + "`", later, task, written.get(0), findings);
                }
            }
        }
        if (!version.is("1.4.0") && version.isOther(LATEST)) {
            ofLatest(subject, service, task, findings);
        }
    }

    private static void ofLatest(Found subject, EcsService service, Found task, Findings findings) {
        var version = service.platformVersion();
        var view = task.view(EcsTaskDefinition.EMPTY);
        var processor = view.runtimePlatform().or(RuntimePlatform.EMPTY).cpuArchitecture();
        if (processor.is("ARM64")) {
            tooOld(subject, version, "ARM64", "1.4.0", task, "RuntimePlatform", findings);
        }
        if (SizeText.cpu(view.cpu().or("")).orElse(0) >= LARGE) {
            tooOld(subject, version, "8 cores or more", "1.4.0", task, "Cpu", findings);
        }
        if (service.enableExecuteCommand().is(true)) {
            tooOld(subject, version, "a shell", "1.4.0", subject, "EnableExecuteCommand", findings);
        }
        var connect = service.serviceConnectConfiguration().or(ServiceConnectConfiguration.EMPTY);
        if (connect.enabled().is(true)) {
            tooOld(subject, version, "Service Connect", "1.4.0", subject, "ServiceConnectConfiguration", findings);
        }
    }

    private static void tooOld(
            Found subject,
            Reading<String> version,
            String what,
            String since,
            Found user,
            String property,
            Findings findings) {
        var message = "`" + subject.name() + "` asks for the platform version " + version.or("")
                + " of Fargate, and its tasks use " + what + ", which came with " + since + ".";
        var fault = findings.fault("PlatformVersion", version, message)
                .fix("Leave `PlatformVersion` out: " + LATEST + " is the default.")
                .also("it is used here", user.at(property));
        findings.add(fault, version);
    }

    private static void spot(Found subject, EcsService service, Findings findings) {
        var position = 0;
        for (var item : service.capacityProviderStrategy()) {
            var property = "CapacityProviderStrategy/" + position++ + "/CapacityProvider";
            if (item.capacityProvider().is("FARGATE_SPOT") && isWindows(subject)) {
                var message = "`" + subject.name() + "` runs Windows on FARGATE_SPOT, which has Linux only.";
                findings.add(
                        findings.fault(property, item.capacityProvider(), message)
                                .fix("Write FARGATE."),
                        item.capacityProvider());
            }
        }
    }
}
