package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.task.ContainerSpec.SecretVariable;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Output that goes to the log router of its task, Fluent Bit or Fluentd. The options make an output section of the router's
 * configuration; with none, the router's own configuration says what becomes of it.
 */
@ValueStyle
@Value.Immutable
public sealed interface RoutedLogs extends Logs permits ImmutableRoutedLogs {

    /** Sets an option of the output, such as {@code Name} to {@code cloudwatch}. */
    default RoutedLogs option(String name, String value) {
        return option(name, Text.text(value));
    }

    /** Sets an option of the output, such as {@code Name} to {@code cloudwatch}. */
    default RoutedLogs option(String name, Text value) {
        var more = new ArrayList<>(options());
        more.add(new LogOption(name, value));
        return ImmutableRoutedLogs.copyOf(this).withOptions(more).withLines(lines().and("option " + name));
    }

    /** Sets an option of the output to a secret, which never stands in the template. */
    default RoutedLogs secret(String name, Secret value) {
        var more = new ArrayList<>(secrets());
        more.add(new SecretVariable(name, value));
        return ImmutableRoutedLogs.copyOf(this).withSecrets(more).withLines(lines().and("secret " + name));
    }

    /** Lets so many bytes wait for the router before lines are dropped, up to 536870912; left out, 1048576. */
    default RoutedLogs buffer(int bytes) {
        return ImmutableRoutedLogs.copyOf(this).withBuffer(bytes).withLines(lines().and("buffer"));
    }

    @Override
    @Value.Auxiliary
    Lines lines();

    /** The options of the output. */
    List<LogOption> options();

    /** The options of the output that are secrets. */
    List<SecretVariable> secrets();

    /** The bytes that may wait, where they were said. */
    OptionalInt buffer();
}
