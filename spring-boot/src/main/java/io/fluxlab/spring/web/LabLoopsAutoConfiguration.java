package io.fluxlab.spring.web;

import io.fluxlab.spring.LabAutoConfiguration;
import io.fluxlab.spring.LabCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/** The loops of the application's own server, watched while its lab runs something, where it is served by Reactor Netty. */
@AutoConfiguration(before = LabAutoConfiguration.class)
@ConditionalOnClass({ReactorResourceFactory.class, LoopResources.class})
@ConditionalOnProperty(name = "fluxlab.watch-loops", matchIfMissing = true)
public final class LabLoopsAutoConfiguration {

    @Bean
    LabCustomizer labLoops(ObjectProvider<ReactorResourceFactory> resources) {
        return lab -> resources.ifUnique(
                factory -> lab.watching(factory.getLoopResources().onServer(LoopResources.DEFAULT_NATIVE)));
    }
}
