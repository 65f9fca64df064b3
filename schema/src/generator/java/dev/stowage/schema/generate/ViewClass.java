package dev.stowage.schema.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.reading.Scope;
import dev.stowage.schema.resource.Definition;
import dev.stowage.schema.resource.ResourceType;
import dev.stowage.schema.tree.ObjectNode;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** One view: a final class over the properties of a resource type, or over an object inside one. */
final class ViewClass {

    private static final String PACKAGE = "dev.stowage.schema.resource";

    private final Definition definition;
    private final ClassName name;
    private final ClassName top;

    private ViewClass(Definition definition, ClassName name, ClassName top) {
        this.definition = definition;
        this.name = name;
        this.top = top;
    }

    /** The view of a resource type, with the views of its objects inside. */
    static TypeSpec of(ResourceType type) {
        var top = ClassName.get(PACKAGE, Names.view(type.name()));
        var view = new ViewClass(type.properties(), top, top)
                .builder("The properties of an {@code $L}.", type.name())
                .addAnnotation(generated())
                .addField(typeName(type));
        for (var definition : type.definitions()) {
            var nested = new ViewClass(definition, top.nestedClass(definition.name()), top)
                    .builder("{@code $L} of {@code " + type.name() + "}.", definition.name())
                    .addModifiers(Modifier.STATIC);
            view.addType(nested.build());
        }
        return view.build();
    }

    /** The view of a tag, which belongs to no resource type. */
    static TypeSpec tag() {
        var name = ClassName.get(PACKAGE, Definition.TAG.name());
        return new ViewClass(Definition.TAG, name, name)
                .builder("A key and a value that a resource is marked with; $L.", "one list holds each key once")
                .addAnnotation(generated())
                .build();
    }

    private TypeSpec.Builder builder(String summary, String about) {
        var view = TypeSpec.classBuilder(name)
                .addJavadoc(summary + "\n", about)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(ClassName.get(PACKAGE, "View"), name))
                .addField(empty())
                .addMethod(constructor())
                .addMethod(of())
                .addMethod(over());
        for (var property : definition.properties()) {
            view.addMethods(new ViewMethods(property, name, top).methods());
        }
        return view;
    }

    private static AnnotationSpec generated() {
        return AnnotationSpec.builder(Generated.class)
                .addMember("value", "$S", Views.class.getName())
                .build();
    }

    private static FieldSpec typeName(ResourceType type) {
        return FieldSpec.builder(String.class, "TYPE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The resource type.\n")
                .initializer("$S", type.name())
                .build();
    }

    private FieldSpec empty() {
        return FieldSpec.builder(name, "EMPTY", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Nothing written yet.\n")
                .initializer(
                        "new $T($T.empty(), $T.NOTHING, $T.NOWHERE)", name, ObjectNode.class, Scope.class, Origin.class)
                .build();
    }

    private static MethodSpec constructor() {
        return viewed(MethodSpec.constructorBuilder())
                .addModifiers(Modifier.PRIVATE)
                .addStatement("super(tree, scope, said)")
                .build();
    }

    private MethodSpec of() {
        return MethodSpec.methodBuilder("of")
                .addJavadoc("Nothing written yet.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addStatement("return EMPTY")
                .build();
    }

    private MethodSpec over() {
        return viewed(MethodSpec.methodBuilder("over"))
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addStatement("return new $T(tree, scope, said)", name)
                .build();
    }

    private static MethodSpec.Builder viewed(MethodSpec.Builder method) {
        return method.addParameter(ObjectNode.class, "tree")
                .addParameter(Scope.class, "scope")
                .addParameter(Origin.class, "said");
    }
}
