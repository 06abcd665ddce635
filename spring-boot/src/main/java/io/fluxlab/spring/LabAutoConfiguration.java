package io.fluxlab.spring;

import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lane.Lane;
import io.fluxlab.workload.Workload;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** A lab with the application's workloads and lanes, and its life; an application's own {@link Lab} replaces it. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
            "io.fluxlab.spring.metrics.LabMetersAutoConfiguration"
        })
@EnableConfigurationProperties(LabProperties.class)
public final class LabAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(Lab.class)
    ServiceLab lab(
            LabProperties properties,
            ObjectProvider<Workload<?>> workloads,
            ObjectProvider<Lane> lanes,
            ObjectProvider<LabCustomizer> customizers,
            ObjectProvider<LabListener> listeners,
            ObjectProvider<ObservationRegistry> registries) {
        LocalLab.Builder builder = LocalLab.builder().limits(properties.limits().perRun());
        workloads.orderedStream().forEach(builder::workload);
        lanes.orderedStream().forEach(builder::lane);
        customizers.orderedStream().forEach(each -> each.customize(builder));
        LocalLab local = builder.build();
        Observations observations = new Observations(registries.getIfUnique(() -> ObservationRegistry.NOOP), local);
        return new ServiceLab(
                local, properties, observations, listeners.orderedStream().toList());
    }

    @Bean
    @ConditionalOnBean(ServiceLab.class)
    LabLifecycle labLifecycle(ServiceLab lab, LabProperties properties) {
        return new LabLifecycle(lab, properties.stopWithin());
    }
}
