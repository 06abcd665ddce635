package io.fluxlab.spring.metrics;

import io.fluxlab.spring.LabListener;
import io.fluxlab.spring.ServiceLab;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Meters of the lab, in an application that has a registry for them. */
@AutoConfiguration(
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
public final class LabMetersAutoConfiguration {

    @Bean
    LabListener labMeters(MeterRegistry registry) {
        return new LabMeters(registry);
    }

    /** Registered when everything is there; an application with a lab of another kind has no such gauge. */
    @Bean
    MeterBinder labActivities(ObjectProvider<ServiceLab> labs) {
        return registry -> labs.ifUnique(lab -> Gauge.builder(
                        "fluxlab.activities", lab, each -> each.running().size())
                .description("Runs and comparisons that go on now")
                .register(registry));
    }
}
