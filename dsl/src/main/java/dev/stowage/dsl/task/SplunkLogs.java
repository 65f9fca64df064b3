package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/** Output that goes to Splunk; ECS reads the token when the task starts. */
@ValueStyle
@Value.Immutable
public sealed interface SplunkLogs extends Logs permits ImmutableSplunkLogs {

    /** Sets an option of Docker's splunk driver, such as {@code splunk-index}. */
    default SplunkLogs option(String name, String value) {
        var more = new ArrayList<>(options());
        more.add(new LogOption(name, Text.text(value)));
        return ImmutableSplunkLogs.copyOf(this).withOptions(more).withLines(lines().and("option " + name));
    }

    /** The address of the event collector. */
    Text url();

    /** The token that it asks for. */
    Secret token();

    @Override
    @Value.Auxiliary
    Lines lines();

    /** Options of the driver. */
    List<LogOption> options();
}
