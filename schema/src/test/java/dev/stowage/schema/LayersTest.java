package dev.stowage.schema;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages of this module from the bottom up, and what each may use of the others. */
@AnalyzeClasses(packages = "dev.stowage.schema", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

    // formatter:off
    @ArchTest
    static final ArchRule everyPackageUsesOnlyWhatIsListed = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.stowage..")
            .withOptionalLayers(true)
            .layer("origin").definedBy("dev.stowage.schema.origin")
            .layer("value").definedBy("dev.stowage.schema.value")
            .layer("tree").definedBy("dev.stowage.schema.tree")
            .layer("diagnostic").definedBy("dev.stowage.schema.diagnostic..")
            .layer("expression").definedBy("dev.stowage.schema.expression")
            .layer("reading").definedBy("dev.stowage.schema.reading")
            .layer("table").definedBy("dev.stowage.schema.table..")
            .layer("resource").definedBy("dev.stowage.schema.resource..")
            .layer("graph").definedBy("dev.stowage.schema.graph")
            .layer("conformance").definedBy("dev.stowage.schema.conformance")
            .layer("semantics").definedBy("dev.stowage.schema.semantics..")
            .layer("generate").definedBy("dev.stowage.schema.generate..")
            .whereLayer("origin").mayNotAccessAnyLayer()
            .whereLayer("value").mayNotAccessAnyLayer()
            .whereLayer("tree").mayOnlyAccessLayers("origin")
            .whereLayer("diagnostic").mayOnlyAccessLayers("origin", "value")
            .whereLayer("expression").mayOnlyAccessLayers("origin", "value", "tree")
            .whereLayer("reading").mayOnlyAccessLayers("origin", "value", "tree")
            .whereLayer("table").mayOnlyAccessLayers("origin", "value", "tree", "reading")
            .whereLayer("resource").mayOnlyAccessLayers("origin", "value", "tree", "reading", "expression")
            .whereLayer("graph").mayOnlyAccessLayers(
                    "origin", "value", "tree", "diagnostic", "expression", "reading", "resource")
            .whereLayer("conformance").mayOnlyAccessLayers("origin", "tree", "diagnostic", "table", "resource", "graph", "semantics")
            .whereLayer("semantics").mayOnlyAccessLayers(
                    "origin", "value", "tree", "expression", "reading", "table", "resource", "graph")
            .whereLayer("generate").mayOnlyAccessLayers("resource", "table")
            .ensureAllClassesAreContainedInArchitecture();
    // formatter:on

    @ArchTest
    static final ArchRule onlyGeneratorsKnowJavaPoet = noClasses()
            .that()
            .resideOutsideOfPackage("dev.stowage.schema.generate..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir.javapoet..");
}
