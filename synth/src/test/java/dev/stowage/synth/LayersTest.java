package dev.stowage.synth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages of this module, and what each may use of the others: readers, emitters and rooms meet in the model. */
@AnalyzeClasses(packages = "dev.stowage.synth", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

    // formatter:off
    @ArchTest
    static final ArchRule everyPackageUsesOnlyWhatIsListed = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.stowage.synth..")
            .withOptionalLayers(true)
            .layer("asset").definedBy("dev.stowage.synth.asset..")
            .layer("emit").definedBy("dev.stowage.synth.emit..")
            .layer("read").definedBy("dev.stowage.synth.read..")
            .layer("write").definedBy("dev.stowage.synth.write..")
            .layer("index").definedBy("dev.stowage.synth.index..")
            .layer("publish").definedBy("dev.stowage.synth.publish..")
            .layer("rule").definedBy("dev.stowage.synth.rule..")
            .layer("cli").definedBy("dev.stowage.synth.cli..")
            .layer("testing").definedBy("dev.stowage.synth.testing..")
            .layer("synth").definedBy("dev.stowage.synth")
            .whereLayer("asset").mayNotAccessAnyLayer()
            .whereLayer("emit").mayOnlyAccessLayers("asset")
            .whereLayer("read").mayNotAccessAnyLayer()
            .whereLayer("write").mayOnlyAccessLayers("asset", "read")
            .whereLayer("index").mayNotAccessAnyLayer()
            .whereLayer("publish").mayOnlyAccessLayers("write")
            .whereLayer("rule").mayOnlyAccessLayers("index")
            .whereLayer("cli").mayOnlyAccessLayers("emit", "read", "write", "index", "publish", "rule")
            .whereLayer("testing").mayOnlyAccessLayers("emit", "read", "write", "index", "rule", "cli", "synth")
            .whereLayer("synth").mayOnlyAccessLayers("emit", "read", "write", "index", "rule", "cli")
            .ensureAllClassesAreContainedInArchitecture();
    // formatter:on

    @ArchTest
    static final ArchRule onlyEmittersAndCommandsKnowTheLanguage = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.stowage.synth.read..",
                    "dev.stowage.synth.write..",
                    "dev.stowage.synth.index..",
                    "dev.stowage.synth.rule..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.stowage.dsl..");
}
