package dev.stowage.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages of this module, and what each may use of the others. */
@AnalyzeClasses(packages = "dev.stowage.local", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

    /** The packages that decide: functions of values, which know neither Docker nor sockets nor the time of day. */
    private static final String[] CORE = {
        "dev.stowage.local.clock..",
        "dev.stowage.local.event..",
        "dev.stowage.local.task..",
        "dev.stowage.local.place..",
        "dev.stowage.local.deploy..",
        "dev.stowage.local.service..",
        "dev.stowage.local.stack..",
        "dev.stowage.local.balance.."
    };

    // formatter:off
    @ArchTest
    static final ArchRule everyPackageUsesOnlyWhatIsListed = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.stowage.local..")
            .withOptionalLayers(true)
            .layer("clock").definedBy("dev.stowage.local.clock")
            .layer("task").definedBy("dev.stowage.local.task")
            .layer("event").definedBy("dev.stowage.local.event")
            .layer("place").definedBy("dev.stowage.local.place")
            .layer("deploy").definedBy("dev.stowage.local.deploy")
            .layer("service").definedBy("dev.stowage.local.service")
            .layer("engine").definedBy("dev.stowage.local.engine")
            .layer("docker").definedBy("dev.stowage.local.engine.docker")
            .layer("loop").definedBy("dev.stowage.local.loop")
            .layer("stack").definedBy("dev.stowage.local.stack")
            .layer("ledger").definedBy("dev.stowage.local.ledger")
            .layer("balance").definedBy("dev.stowage.local.balance")
            .layer("traffic").definedBy("dev.stowage.local.traffic")
            .layer("dns").definedBy("dev.stowage.local.dns")
            .layer("gap").definedBy("dev.stowage.local.gap")
            .layer("config").definedBy("dev.stowage.local.config")
            .layer("evaluate").definedBy("dev.stowage.local.evaluate")
            .layer("translate").definedBy("dev.stowage.local.translate")
            .layer("endpoint").definedBy("dev.stowage.local.endpoint")
            .layer("translate traffic").definedBy("dev.stowage.local.translate.traffic")
            .layer("run").definedBy("dev.stowage.local.run")
            .layer("testing").definedBy("dev.stowage.local.testing")
            .layer("cli").definedBy("dev.stowage.local.cli")
            .whereLayer("clock").mayNotAccessAnyLayer()
            .whereLayer("task").mayNotAccessAnyLayer()
            .whereLayer("event").mayOnlyAccessLayers("task")
            .whereLayer("place").mayOnlyAccessLayers("task")
            .whereLayer("deploy").mayOnlyAccessLayers("clock", "task", "event")
            .whereLayer("service").mayOnlyAccessLayers("clock", "task", "event", "place", "deploy")
            .whereLayer("engine").mayOnlyAccessLayers("clock", "task")
            .whereLayer("docker").mayOnlyAccessLayers("task", "engine", "stack", "gap")
            .whereLayer("loop").mayOnlyAccessLayers("clock", "task", "event", "place", "deploy", "service", "engine")
            .whereLayer("stack").mayOnlyAccessLayers("task", "place", "service")
            .whereLayer("ledger").mayOnlyAccessLayers("task", "service", "stack")
            .whereLayer("gap").mayNotAccessAnyLayer()
            .whereLayer("config").mayOnlyAccessLayers("stack", "gap")
            .whereLayer("evaluate").mayOnlyAccessLayers("stack", "gap", "config")
            .whereLayer("translate").mayOnlyAccessLayers(
                    "task", "place", "deploy", "service", "stack", "gap", "config", "evaluate")
            .whereLayer("translate traffic").mayOnlyAccessLayers("balance", "gap", "evaluate", "stack")
            .whereLayer("balance").mayOnlyAccessLayers("clock", "task")
            .whereLayer("traffic").mayOnlyAccessLayers("clock", "task", "balance")
            .whereLayer("dns").mayNotAccessAnyLayer()
            .whereLayer("endpoint").mayOnlyAccessLayers("task", "stack", "dns")
            .whereLayer("run").mayOnlyAccessLayers(
                    "endpoint",
                    "dns",
                    "clock",
                    "task",
                    "event",
                    "place",
                    "deploy",
                    "service",
                    "engine",
                    "docker",
                    "loop",
                    "stack",
                    "ledger",
                    "balance",
                    "traffic",
                    "gap",
                    "config",
                    "evaluate",
                    "translate",
                    "translate traffic")
            .whereLayer("testing").mayNotBeAccessedByAnyLayer()
            .whereLayer("cli").mayNotBeAccessedByAnyLayer()
            .ensureAllClassesAreContainedInArchitecture();
    // formatter:on

    @ArchTest
    static final ArchRule onlyTrafficKnowsVertx = noClasses()
            .that()
            .resideOutsideOfPackages("dev.stowage.local.traffic..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule theCoreKnowsOnlyValues = classes()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "dev.stowage.local..",
                    "dev.stowage.schema.semantics..",
                    "org.jspecify..",
                    "org.immutables..",
                    "com.google.errorprone..");

    @ArchTest
    static final ArchRule onlyTheDockerEngineKnowsTheDockerClient = noClasses()
            .that()
            .resideOutsideOfPackage("dev.stowage.local.engine.docker..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.dockerjava..");

    @ArchTest
    static final ArchRule theCoreAsksNobodyForTheTime = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(System.class, Thread.class, java.time.Clock.class);
}
