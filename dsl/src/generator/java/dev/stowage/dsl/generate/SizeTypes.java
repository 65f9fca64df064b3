package dev.stowage.dsl.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.stowage.schema.table.FargateRow;
import java.util.List;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** The types of the Fargate sizes: an enum for each row of the table, and what holds them together. */
final class SizeTypes {

    static final String PACKAGE = "dev.stowage.dsl.fargate";

    private static final ClassName SIZE = ClassName.get(PACKAGE, "FargateSize");
    private static final ClassName PAIR = ClassName.get(PACKAGE, "FargatePair");
    private static final ClassName WINDOWS = ClassName.get(PACKAGE, "WindowsFargateSize");

    private SizeTypes() {}

    /** The sealed interface of all pairs. */
    static TypeSpec pair(List<FargateRow> rows) {
        var type = TypeSpec.interfaceBuilder(PAIR)
                .addJavadoc("A pair of CPU and memory that Fargate has.\n")
                .addAnnotation(generated())
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addSuperinterface(SIZE)
                .addMethod(number("cpu", "CPU units, 1024 to a vCPU.\n"))
                .addMethod(number("memory", "Memory in MiB.\n"));
        for (var row : rows) {
            if (!row.isForWindows()) {
                type.addPermittedSubclass(name(row));
            }
        }
        return type.addPermittedSubclass(WINDOWS).build();
    }

    /** The sealed interface of the pairs that Windows tasks can have. */
    static TypeSpec windows(List<FargateRow> rows) {
        var type = TypeSpec.interfaceBuilder(WINDOWS)
                .addJavadoc("A pair of CPU and memory that Fargate has for Windows, too.\n")
                .addAnnotation(generated())
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addSuperinterface(PAIR);
        for (var row : rows) {
            if (row.isForWindows()) {
                type.addPermittedSubclass(name(row));
            }
        }
        return type.build();
    }

    /** All constants by CPU, so that a search loads one enum only. */
    static TypeSpec table(List<FargateRow> rows) {
        var cases = CodeBlock.builder().add("return switch (cpu) {\n$>");
        for (var row : rows) {
            cases.add("case $L -> $T.values();\n", row.cpu(), name(row));
        }
        cases.add("default -> new $T[0];\n$<};\n", PAIR);
        return TypeSpec.classBuilder("FargatePairs")
                .addJavadoc("All pairs, by CPU.\n")
                .addAnnotation(generated())
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(MethodSpec.methodBuilder("of")
                        .addModifiers(Modifier.STATIC)
                        .returns(ArrayTypeName.of(PAIR))
                        .addParameter(int.class, "cpu")
                        .addCode(cases.build())
                        .build())
                .build();
    }

    /** The enum of one row. */
    static TypeSpec sizes(FargateRow row) {
        var type = TypeSpec.enumBuilder(name(row))
                .addJavadoc(
                        "Sizes with $L vCPU, for $L tasks$L.\n",
                        Words.vcpu(row.cpu()),
                        row.isForWindows() ? "Linux and Windows" : "Linux",
                        row.platform()
                                .map(floor -> " from platform version " + floor + " on")
                                .orElse(""))
                .addAnnotation(generated())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(row.isForWindows() ? WINDOWS : PAIR)
                .addField(int.class, "memory", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(int.class, "memory")
                        .addStatement("this.memory = memory")
                        .build())
                .addMethod(answer("cpu", CodeBlock.of("$L", row.cpu())))
                .addMethod(answer("memory", CodeBlock.of("memory")));
        for (var memory : row.memories()) {
            type.addEnumConstant(
                    Words.constant(memory),
                    TypeSpec.anonymousClassBuilder("$L", memory)
                            .addJavadoc("$L vCPU and $L.\n", Words.vcpu(row.cpu()), Words.memory(memory))
                            .build());
        }
        return type.build();
    }

    private static ClassName name(FargateRow row) {
        return ClassName.get(PACKAGE, Words.type(row.cpu()));
    }

    private static AnnotationSpec generated() {
        return AnnotationSpec.builder(Generated.class)
                .addMember("value", "$S", FargateTypes.class.getName())
                .build();
    }

    private static MethodSpec number(String name, String javadoc) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc(javadoc)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(int.class)
                .build();
    }

    private static MethodSpec answer(String name, CodeBlock value) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(int.class)
                .addStatement("return $L", value)
                .build();
    }
}
