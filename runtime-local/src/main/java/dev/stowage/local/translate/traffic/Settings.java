package dev.stowage.local.translate.traffic;

import dev.stowage.local.balance.Balancer;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.semantics.routing.ForwardedFor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The attributes of a load balancer or a target group: keys with texts, most of them left out. */
final class Settings {

    private final Map<String, String> values = new HashMap<>();

    static Settings of(ElbLoadBalancer balancer) {
        var settings = new Settings();
        for (var attribute : balancer.loadBalancerAttributes()) {
            settings.put(attribute.key(), attribute.value());
        }
        return settings;
    }

    static Settings of(ElbTargetGroup group) {
        var settings = new Settings();
        for (var attribute : group.targetGroupAttributes()) {
            settings.put(attribute.key(), attribute.value());
        }
        return settings;
    }

    private void put(Reading<String> key, Reading<String> value) {
        values.put(key.or(""), value.or(""));
    }

    String text(String key, String standard) {
        return values.getOrDefault(key, standard);
    }

    boolean flag(String key) {
        return text(key, "false").equals("true");
    }

    int number(String key, int standard) {
        try {
            return Integer.parseInt(text(key, ""));
        } catch (NumberFormatException e) {
            return standard;
        }
    }

    Duration seconds(String key, int standard) {
        return Duration.ofSeconds(number(key, standard));
    }

    /** What they say of a load balancer. */
    Balancer.Settings balancer() {
        return new Balancer.Settings(
                seconds("idle_timeout.timeout_seconds", 60),
                seconds("client_keep_alive.seconds", 3600),
                ForwardedFor.named(text("routing.http.xff_header_processing.mode", "append"))
                        .orElse(ForwardedFor.APPEND),
                flag("routing.http.xff_client_port.enabled"),
                flag("routing.http.preserve_host_header.enabled"),
                flag("routing.http.drop_invalid_header_fields.enabled"));
    }
}
