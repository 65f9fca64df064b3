package programs.random;

import dev.stowage.schema.diagnostic.format.ReportFormat;
import dev.stowage.schema.diagnostic.format.Vantage;
import dev.stowage.synth.Stowage;
import dev.stowage.synth.write.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Prints the templates and findings of some programs: what two JVMs must agree on, byte for byte. */
final class Print {

    private static final int PROGRAMS = 8;

    private Print() {}

    public static void main(String... arguments) {
        System.out.writeBytes(bytes());
        System.out.flush();
    }

    static byte[] bytes() {
        var all = new ByteArrayOutputStream();
        for (var seed = 0L; seed < PROGRAMS; seed++) {
            var model = Stowage.model(new Building(Plan.of(seed), 0));
            model.templates().forEach(template -> all.writeBytes(JsonWriter.template(template)));
            var report = ReportFormat.json(Vantage.from(Path.of(""))).text(Stowage.check(model));
            all.writeBytes(report.getBytes(StandardCharsets.UTF_8));
        }
        return all.toByteArray();
    }
}
