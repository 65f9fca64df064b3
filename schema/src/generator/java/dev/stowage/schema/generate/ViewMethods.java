package dev.stowage.schema.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.stowage.schema.reading.Items;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.PropertyFact;
import dev.stowage.schema.resource.PropertyType;
import dev.stowage.schema.resource.PropertyType.ListOf;
import dev.stowage.schema.resource.PropertyType.Nested;
import dev.stowage.schema.resource.PropertyType.Plain;
import dev.stowage.schema.tree.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The methods of one property of a view: one that reads it, and one that writes it for each form it can be given in.
 */
final class ViewMethods {

    private static final ClassName TAG = ClassName.get("dev.stowage.schema.resource", "Tag");

    private final PropertyFact property;
    private final ClassName view;
    private final ClassName top;

    /**
     * The methods of a property.
     *
     * @param property what they read and write
     * @param view the class that they stand in
     * @param top the class around it and its siblings
     */
    ViewMethods(PropertyFact property, ClassName view, ClassName top) {
        this.property = property;
        this.view = view;
        this.top = top;
    }

    List<MethodSpec> methods() {
        var methods = new ArrayList<MethodSpec>();
        methods.add(reader());
        methods.add(setter(ClassName.get(Node.class), false, CodeBlock.of("with($S, value)", property.name())));
        var type = property.type();
        if (type instanceof ListOf list) {
            if (isText(list.element())) {
                addListSetters(methods, ClassName.get(String.class), "withTexts");
            } else if (shape(list.element()) != null) {
                addListSetters(methods, shape(list.element()), "withItems");
            }
        } else if (literal(type) != null) {
            methods.add(setter(literal(type), false, CodeBlock.of("with($S, value)", property.name())));
        }
        return methods;
    }

    private MethodSpec reader() {
        var type = property.type();
        if (type instanceof ListOf list && isText(list.element())) {
            return reader(
                    itemsOf(readingOf(ClassName.get(String.class))), CodeBlock.of("textsAt($S)", property.name()));
        }
        if (type instanceof ListOf list && shape(list.element()) != null) {
            var item = shape(list.element());
            return reader(itemsOf(item), CodeBlock.of("itemsAt($S, $T.EMPTY)", property.name(), item));
        }
        var nested = shape(type);
        if (nested != null) {
            return reader(readingOf(nested), CodeBlock.of("nestedAt($S, $T.EMPTY)", property.name(), nested));
        }
        var literal = literal(type);
        var value = literal == null ? ClassName.get(Node.class) : literal.box();
        return reader(readingOf(value), CodeBlock.of("$L($S)", plainReader(type), property.name()));
    }

    private static String plainReader(PropertyType type) {
        if (!(type instanceof Plain plain)) {
            return "jsonAt";
        }
        return switch (plain) {
            case STRING, TIMESTAMP -> "textAt";
            case INTEGER -> "wholeAt";
            case NUMBER -> "numberAt";
            case BOOLEAN -> "flagAt";
            case JSON, TAG -> "jsonAt";
        };
    }

    private MethodSpec reader(TypeName returns, CodeBlock call) {
        return MethodSpec.methodBuilder(Names.method(property.name()))
                .addJavadoc("$L\n", Sentence.about(property))
                .addModifiers(Modifier.PUBLIC)
                .returns(returns)
                .addStatement("return $L", call)
                .build();
    }

    private void addListSetters(List<MethodSpec> methods, TypeName item, String base) {
        var collection = ParameterizedTypeName.get(ClassName.get(Collection.class), item);
        methods.add(setter(collection, false, CodeBlock.of("$L($S, value)", base, property.name())));
        var array = ArrayTypeName.of(item);
        methods.add(setter(array, true, CodeBlock.of("$L($S, $T.of(value))", base, property.name(), List.class)));
    }

    private MethodSpec setter(TypeName parameter, boolean isVarargs, CodeBlock call) {
        return MethodSpec.methodBuilder(Names.method(property.name()))
                .addJavadoc("The same with this {@code $L}.\n", property.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(view)
                .addParameter(parameter, "value")
                .varargs(isVarargs)
                .addStatement("return $L", call)
                .build();
    }

    /** What a literal of this type is in Java; null where only a node will do. */
    private @Nullable TypeName literal(PropertyType type) {
        if (!(type instanceof Plain plain)) {
            return shape(type);
        }
        return switch (plain) {
            case STRING, TIMESTAMP -> ClassName.get(String.class);
            case INTEGER -> TypeName.INT;
            case NUMBER -> TypeName.DOUBLE;
            case BOOLEAN -> TypeName.BOOLEAN;
            case TAG -> TAG;
            case JSON -> null;
        };
    }

    /** The view of an object of this type; null where it is no object with known properties. */
    private @Nullable ClassName shape(PropertyType type) {
        if (type instanceof Nested nested) {
            return top.nestedClass(nested.definition());
        }
        return type == Plain.TAG ? TAG : null;
    }

    private static boolean isText(PropertyType type) {
        return type == Plain.STRING || type == Plain.TIMESTAMP;
    }

    private static TypeName readingOf(TypeName type) {
        return ParameterizedTypeName.get(ClassName.get(Reading.class), type);
    }

    private static TypeName itemsOf(TypeName type) {
        return ParameterizedTypeName.get(ClassName.get(Items.class), type);
    }
}
