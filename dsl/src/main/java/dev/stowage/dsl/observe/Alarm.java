package dev.stowage.dsl.observe;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** An alarm of CloudWatch, in the account and Region of the service that listens to it, made here or existing. */
@ValueStyle
@Value.Immutable
public sealed interface Alarm extends Named<Alarm>, Place, Signal permits ImmutableAlarm {

    /** A new one, which goes off beyond this: {@code Alarm.of("refusals", audit.metric("refusals").sum().above(5))}. */
    static Alarm of(String name, Threshold threshold) {
        return ImmutableAlarm.of(Particulars.of("alarm", name, "of")).withThreshold(threshold);
    }

    /** A new one, which goes off while any of these has. */
    static Alarm anyOf(String name, Alarm first, Alarm second, Alarm... others) {
        return ImmutableAlarm.of(Particulars.of("alarm", name, "anyOf")).withParts(all(first, second, others));
    }

    /** A new one, which goes off while all of these have. */
    static Alarm allOf(String name, Alarm first, Alarm second, Alarm... others) {
        return ImmutableAlarm.of(Particulars.of("alarm", name, "allOf"))
                .withParts(all(first, second, others))
                .withIsOfAll(true);
    }

    /** One that exists: its id is the name that it has in CloudWatch. */
    static Alarm existing(String name, Locator at) {
        return ImmutableAlarm.of(Particulars.of("alarm", name, "existing")).withLocator(at);
    }

    private static List<Alarm> all(Alarm first, Alarm second, Alarm... others) {
        var all = new ArrayList<Alarm>(others.length + 2);
        all.add(first);
        all.add(second);
        all.addAll(List.of(others));
        return all;
    }

    /** Tells these topics when it goes off, and when all is well again; one that exists tells whom it tells. */
    default Alarm tells(Topic first, Topic... others) {
        var all = new ArrayList<>(told());
        all.add(first);
        all.addAll(List.of(others));
        return ImmutableAlarm.copyOf(this)
                .withTold(all)
                .withParticulars(particulars().said("tells"));
    }

    @Override
    Particulars particulars();

    @Override
    default Alarm particulars(Particulars particulars) {
        return ImmutableAlarm.copyOf(this).withParticulars(particulars);
    }

    @Override
    Optional<Locator> locator();

    /** When one that is made here goes off. */
    Optional<Threshold> threshold();

    /** The alarms that one is made of. */
    List<Alarm> parts();

    /** Whether all its parts have to go off, and not any of them. */
    @Value.Default
    default boolean isOfAll() {
        return false;
    }

    /** Who is told. */
    List<Topic> told();
}
