package dev.stowage.dsl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages of the language, what each may use of the others, and what all may use of the schema. */
@AnalyzeClasses(packages = "dev.stowage.dsl", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

    // formatter:off
    @ArchTest
    static final ArchRule everyPackageUsesOnlyWhatIsListed = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.stowage.dsl..")
            .withOptionalLayers(true)
            .layer("app").definedBy("dev.stowage.dsl.app")
            .layer("fargate").definedBy("dev.stowage.dsl.fargate")
            .layer("network").definedBy("dev.stowage.dsl.network")
            .layer("secret").definedBy("dev.stowage.dsl.secret")
            .layer("storage").definedBy("dev.stowage.dsl.storage")
            .layer("messaging").definedBy("dev.stowage.dsl.messaging")
            .layer("access").definedBy("dev.stowage.dsl.access")
            .layer("task").definedBy("dev.stowage.dsl.task")
            .layer("messaging").definedBy("dev.stowage.dsl.messaging")
            .layer("schedule").definedBy("dev.stowage.dsl.schedule")
            .layer("traffic").definedBy("dev.stowage.dsl.traffic")
            .layer("gateway").definedBy("dev.stowage.dsl.gateway")
            .layer("observe").definedBy("dev.stowage.dsl.observe")
            .layer("scaling").definedBy("dev.stowage.dsl.scaling")
            .layer("service").definedBy("dev.stowage.dsl.service")
            .layer("cluster").definedBy("dev.stowage.dsl.cluster")
            .layer("database").definedBy("dev.stowage.dsl.database")
            .layer("resource").definedBy("dev.stowage.dsl.resource")
            .whereLayer("app").mayNotAccessAnyLayer()
            .whereLayer("fargate").mayOnlyAccessLayers("app")
            .whereLayer("secret").mayOnlyAccessLayers("app", "access")
            .whereLayer("network").mayOnlyAccessLayers("app", "storage", "task")
            .whereLayer("messaging").mayOnlyAccessLayers("app", "access", "observe")
            .whereLayer("storage").mayOnlyAccessLayers("app", "access", "network", "task")
            .whereLayer("database").mayOnlyAccessLayers("app", "access", "network", "secret")
            .whereLayer("resource").mayOnlyAccessLayers("app", "network")
            .whereLayer("access").mayOnlyAccessLayers("app", "messaging", "resource")
            .whereLayer("task").mayOnlyAccessLayers("app", "access", "database", "fargate", "observe", "secret", "storage")
            .whereLayer("traffic").mayOnlyAccessLayers("app", "network", "observe", "secret", "storage", "task")
            .whereLayer("gateway").mayOnlyAccessLayers("app", "network", "traffic")
            .whereLayer("observe").mayOnlyAccessLayers("app", "messaging")
            .whereLayer("schedule").mayOnlyAccessLayers(
                    "app", "access", "cluster", "messaging", "network", "storage", "task")
            .whereLayer("scaling").mayOnlyAccessLayers("app", "messaging", "observe", "schedule")
            .whereLayer("service").mayOnlyAccessLayers(
                    "app", "access", "cluster", "fargate", "network", "observe", "scaling", "task", "traffic")
            .whereLayer("cluster").mayOnlyAccessLayers("app", "network", "schedule", "service", "task")
            .ensureAllClassesAreContainedInArchitecture();
    // formatter:on

    @ArchTest
    static final ArchRule theLanguageKnowsValuesAndNotTemplates = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "dev.stowage.dsl..",
                    "dev.stowage.schema.diagnostic",
                    "dev.stowage.schema.expression",
                    "dev.stowage.schema.origin",
                    "dev.stowage.schema.resource",
                    "dev.stowage.schema.table",
                    "dev.stowage.schema.value",
                    "org.jspecify.annotations",
                    "com.google.errorprone.annotations",
                    "org.immutables.value");
}
