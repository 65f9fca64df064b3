package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Made;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A hosted zone of Route 53 that is made here: who answers for a domain. It answers the world as soon as the zone above names
 * its {@link #nameServers}. It stays when its stack is deleted, because another one would have other name servers. One that
 * exists needs no word: whoever needs it takes its id.
 */
@ValueStyle
@Value.Immutable
public sealed interface HostedZone extends Named<HostedZone>, Place permits ImmutableHostedZone {

    /** A new one for this domain, such as {@code shop.example}, that answers the world. */
    static HostedZone of(String name, String domain) {
        return ImmutableHostedZone.of(Particulars.of("hosted zone", name, "of"), domain);
    }

    /** Answers only inside of this network, and of those that were said before. */
    default HostedZone inside(Vpc network) {
        var more = new ArrayList<>(networks());
        more.add(network);
        return ImmutableHostedZone.copyOf(this)
                .withNetworks(more)
                .withParticulars(particulars().said("inside"));
    }

    /**
     * Has a record that may be kept for five minutes: {@code record("shop.example", "MX", "10 mail.shop.example")}.
     *
     * @param host the whole name
     * @param type the type of the record, such as {@code CNAME}, {@code MX} or {@code TXT}
     * @param first what it answers; text of type TXT stands in quotation marks
     */
    default HostedZone record(String host, String type, String first, String... others) {
        var values = new ArrayList<String>(others.length + 1);
        values.add(first);
        values.addAll(List.of(others));
        var more = new ArrayList<>(records());
        more.add(new Entry(host, type, values));
        return ImmutableHostedZone.copyOf(this)
                .withRecords(more)
                .withParticulars(particulars().said("record " + host));
    }

    /** Where names in it belong: {@code front.alias(zone.at(), "shop.example")}, {@code Certificate.of("shop", zone.at(), …)}. */
    default Locator at() {
        return Made.of(this, "Id");
    }

    /** The servers that answer for it, with commas between them, for the zone above. */
    default Text nameServers() {
        return Text.attribute(this, "NameServers");
    }

    @Override
    Particulars particulars();

    @Override
    default HostedZone particulars(Particulars particulars) {
        return ImmutableHostedZone.copyOf(this).withParticulars(particulars);
    }

    /** The domain that it answers for. */
    String domain();

    /** The networks inside of which it answers; none where it answers the world. */
    List<Vpc> networks();

    /** Its records, beside those of what is named in it. */
    List<Entry> records();

    @Override
    default Optional<Locator> locator() {
        return Optional.empty();
    }

    /**
     * A record.
     *
     * @param host the whole name
     * @param type its type
     * @param values what it answers
     */
    record Entry(String host, String type, List<String> values) {

        public Entry {
            values = List.copyOf(values);
        }
    }
}
