package dev.stowage.synth;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Set;
import java.util.TreeSet;

/**
 * What runs between {@code main} and the written template starts no part of the JDK or of a library that costs a cold
 * JVM more than the template itself.
 */
@AnalyzeClasses(
        packages = {"dev.stowage.schema", "dev.stowage.dsl", "dev.stowage.synth"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ColdPathTest {

    @ArchTest
    static final ArchRule startsNoExpensivePartOfTheJdk = onThePath()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.util.stream..", "java.util.regex..")
                    .or(named(
                            "java.lang.System$Logger",
                            "java.time.Instant",
                            "java.time.ZoneId",
                            "java.util.Formatter",
                            "java.util.Scanner")));

    @ArchTest
    static final ArchRule neitherFormatsNorMatchesWithString =
            onThePath().should().callMethodWhere(formatsOrMatches());

    @ArchTest
    static final ArchRule bindsNothingByReflection = onThePath()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.networknt..", "java.lang.reflect..");

    @ArchTest
    static void loadsServicesInOneClass(JavaClasses all) {
        assertThat(users(all, "java.util.ServiceLoader")).hasSizeLessThanOrEqualTo(1);
    }

    @ArchTest
    static void digestsInOneClass(JavaClasses all) {
        assertThat(users(all, "java.security.MessageDigest")).hasSizeLessThanOrEqualTo(1);
    }

    /**
     * Readers of files may be slower: a program's synth reads none. Routes are followed by the local twin alone. The cluster query language has regular expressions and
     * dates of its own, and its operators are loaded only for a program that writes such a query. Time zones are for programs
     * that name one, for templates that do, and for users who ask when schedules run.
     */
    private static GivenClassesConjunction onThePath() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.stowage.schema.generate..",
                        "dev.stowage.schema.semantics.routing..",
                        "dev.stowage.synth.read..",
                        "dev.stowage.synth.testing..")
                .and()
                .haveNameNotMatching("dev\\.stowage\\.schema\\.semantics\\.(Query(Operator|Order)|CronRuns)")
                .and()
                .haveNameNotMatching(
                        "dev\\.stowage\\.(dsl\\.schedule\\.(Immutable)?Schedule|synth\\.cli\\.NextRuns|synth\\.rule\\.ScheduleForm)");
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        var wanted = Set.of(names);
        return describe("cost milliseconds at first use", type -> wanted.contains(type.getName()));
    }

    private static DescribedPredicate<JavaCall<?>> formatsOrMatches() {
        var names = Set.of("format", "formatted", "matches", "replaceAll", "replaceFirst");
        return describe(
                "a formatter or a regular expression of String",
                call -> call.getTargetOwner().isEquivalentTo(String.class) && names.contains(call.getName()));
    }

    /** The top-level classes that use a type. */
    private static Set<String> users(JavaClasses all, String type) {
        var users = new TreeSet<String>();
        for (var each : all) {
            for (var dependency : each.getDirectDependenciesFromSelf()) {
                if (dependency.getTargetClass().getName().equals(type)) {
                    users.add(topLevel(each.getName()));
                }
            }
        }
        return users;
    }

    private static String topLevel(String name) {
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }
}
