package dev.stowage.local;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages of this module, and what each may use of the others. */
@AnalyzeClasses(packages = "dev.stowage.local", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule everyPackageUsesOnlyWhatIsListed = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.stowage.local..")
            .withOptionalLayers(true)
            .layer("cli")
            .definedBy("dev.stowage.local.cli")
            .whereLayer("cli")
            .mayNotAccessAnyLayer()
            .ensureAllClassesAreContainedInArchitecture();
}
