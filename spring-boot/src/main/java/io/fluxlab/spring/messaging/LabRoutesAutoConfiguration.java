package io.fluxlab.spring.messaging;

import io.fluxlab.lab.Lab;
import io.fluxlab.spring.LabAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.rsocket.autoconfigure.RSocketMessagingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.rsocket.annotation.support.RSocketMessageHandler;

/** The lab's routes in the application's RSocket server, where the application wants them there. */
@AutoConfiguration(after = LabAutoConfiguration.class, before = RSocketMessagingAutoConfiguration.class)
@ConditionalOnClass({RSocketMessagingAutoConfiguration.class, RSocketMessageHandler.class})
@ConditionalOnProperty("fluxlab.rsocket.enabled")
@ConditionalOnBean(Lab.class)
public final class LabRoutesAutoConfiguration {

    @Bean
    LabRoutes labRoutes(Lab lab) {
        return new LabRoutes(lab);
    }
}
