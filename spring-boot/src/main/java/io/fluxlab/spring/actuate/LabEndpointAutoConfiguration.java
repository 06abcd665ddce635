package io.fluxlab.spring.actuate;

import io.fluxlab.spring.LabAutoConfiguration;
import io.fluxlab.spring.ServiceLab;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** The endpoint {@code fluxlab}, where the application exposes it. */
@AutoConfiguration(after = LabAutoConfiguration.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnAvailableEndpoint(LabEndpoint.class)
@ConditionalOnBean(ServiceLab.class)
public final class LabEndpointAutoConfiguration {

    @Bean
    LabEndpoint labEndpoint(ServiceLab lab) {
        return new LabEndpoint(lab);
    }
}
