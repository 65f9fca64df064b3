package dev.stowage.samples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.stowage.synth.cli.Checkup;
import dev.stowage.synth.cli.Command;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What holds in every package of every module: habits of the house that a compiler does not know. */
@AnalyzeClasses(packages = "dev.stowage", importOptions = ImportOption.DoNotIncludeTests.class)
class HabitsTest {

    @ArchTest
    static final ArchRule nothingUsesTheSamples = noClasses()
            .that()
            .resideOutsideOfPackage("dev.stowage.samples..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.stowage.samples..");

    @ArchTest
    static final ArchRule publicTypesAreMadeByFactories = constructors()
            .that()
            .areDeclaredInClassesThat(
                    describe("are public types of the product, no records or exceptions", HabitsTest::wantsFactories))
            .should()
            .notBePublic();

    @ArchTest
    static void everyPackageSaysWhatLivesThere(JavaClasses all) {
        var silent = new TreeSet<String>();
        for (var each : all) {
            if (each.getPackage().tryGetPackageInfo().isEmpty()) {
                silent.add(each.getPackageName());
            }
        }
        assertThat(silent).isEmpty();
    }

    @ArchTest
    static void oneClassWritesToTheTerminal(JavaClasses all) {
        assertThat(accessors(all, access -> isOfSystem(access, Set.of("out", "err", "console"))))
                .hasSizeLessThanOrEqualTo(1);
    }

    @ArchTest
    static void oneClassEndsTheProcess(JavaClasses all) {
        assertThat(accessors(all, access -> isOfSystem(access, Set.of("exit")))).hasSizeLessThanOrEqualTo(1);
    }

    private static boolean wantsFactories(JavaClass type) {
        return isProduct(type)
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.isRecord()
                && !type.isAssignableTo(Throwable.class)
                && !isMadeByServiceLoader(type);
    }

    /** What a module adds to the command line: a {@code ServiceLoader} wants a public constructor. */
    private static boolean isMadeByServiceLoader(JavaClass type) {
        return type.isAssignableTo(Command.class) || type.isAssignableTo(Checkup.class);
    }

    private static boolean isOfSystem(JavaAccess<?> access, Set<String> members) {
        return access.getTargetOwner().isEquivalentTo(System.class) && members.contains(access.getName());
    }

    /** The top-level classes of the product that make such an access. */
    private static Set<String> accessors(JavaClasses all, Predicate<JavaAccess<?>> wanted) {
        var names = new TreeSet<String>();
        for (var each : all) {
            for (var access : each.getAccessesFromSelf()) {
                if (isProduct(each) && wanted.test(access)) {
                    names.add(topLevel(each.getName()));
                }
            }
        }
        return names;
    }

    /** A sample is a user's program, and a user writes {@code new Shop(PROD)}. */
    private static boolean isProduct(JavaClass type) {
        return !type.getPackageName().startsWith("dev.stowage.samples");
    }

    private static String topLevel(String name) {
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }
}
