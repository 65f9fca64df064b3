package dev.stowage.schema.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final String LINES = """
            # A head.
            Acme::Door::Handle ref=HandleId|DoorId tags=Labels
              Colour string required replace =red|dark green
              Screws [#Screw] may-replace ->Acme::Door::Screw.Id
             @HandleId string
             #Screw
              Length integer
              Thread string|{number}
            Acme::Door::Lock
            Acme::Door::Screw
              Id string
            """;

    private final Catalogue catalogue = Catalogue.of(LINES);

    @Test
    void findsTheFirstAndTheLastType() {
        assertThat(catalogue.names()).containsExactly("Acme::Door::Handle", "Acme::Door::Lock", "Acme::Door::Screw");
        for (var name : catalogue.names()) {
            assertThat(catalogue.type(name)).map(ResourceType::name).contains(name);
        }
    }

    @Test
    void knowsNoTypeThatIsNotThere() {
        assertThat(catalogue.type("Acme::Door")).isEmpty();
        assertThat(catalogue.type("Acme::Door::Handle2")).isEmpty();
        assertThat(catalogue.type("Zebra::Stripe::Black")).isEmpty();
        assertThat(Catalogue.of("").type("Acme::Door::Lock")).isEmpty();
        assertThat(Catalogue.of("# Only a head.\n").names()).isEmpty();
    }

    @Test
    void readsWhatALineSays() {
        var handle = catalogue.type("Acme::Door::Handle").orElseThrow();
        assertThat(handle.identifiers()).containsExactly("HandleId", "DoorId");
        assertThat(handle.tagProperty()).contains("Labels");
        assertThat(handle.attributes()).extracting(PropertyFact::name).containsExactly("HandleId");
        var colour = handle.properties().property("Colour").orElseThrow();
        assertThat(colour.isRequired()).isTrue();
        assertThat(colour.allowedValues()).containsExactly("red", "dark green");
        assertThat(colour.replacement()).isEqualTo(PropertyFact.Replacement.ALWAYS);
        var screws = handle.properties().property("Screws").orElseThrow();
        assertThat(screws.type()).hasToString("[#Screw]");
        assertThat(screws.replacement()).isEqualTo(PropertyFact.Replacement.SOMETIMES);
        assertThat(screws.targets()).containsExactly(new PropertyFact.Target("Acme::Door::Screw", "Id"));
        assertThat(handle.definition("Screw")
                        .orElseThrow()
                        .property("Thread")
                        .orElseThrow()
                        .type())
                .hasToString("string|{number}");
    }

    @Test
    void parsesATypeOnce() {
        assertThat(catalogue.type("Acme::Door::Lock")).isSameAs(catalogue.type("Acme::Door::Lock"));
    }

    @Test
    void guessesWhatWasMeant() {
        var handle = catalogue.type("Acme::Door::Handle").orElseThrow();
        assertThat(catalogue.suggest("Acme::Door::Handel")).contains("Acme::Door::Handle");
        assertThat(handle.properties().suggest("color")).contains("Colour");
        assertThat(handle.properties().suggest("SCREWS")).contains("Screws");
        assertThat(handle.properties().suggest("Hinge")).isEmpty();
    }

    @Test
    void refusesWordsThatItCannotRead() {
        var type = Catalogue.of("Acme::Door::Lock\n  Key metal\n");
        assertThatThrownBy(() -> type.type("Acme::Door::Lock"))
                .hasMessage("`metal` is no type that facts are written in.");
        var word = Catalogue.of("Acme::Door::Lock\n  Key string sometimes\n");
        assertThatThrownBy(() -> word.type("Acme::Door::Lock"))
                .hasMessage("`sometimes` is no word that facts are written in.");
    }
}
