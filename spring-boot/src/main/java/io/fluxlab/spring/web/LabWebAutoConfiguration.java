package io.fluxlab.spring.web;

import io.fluxlab.lab.Lab;
import io.fluxlab.spring.LabAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Problem details for a lab's errors, in an application that serves HTTP. */
@AutoConfiguration(after = LabAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnClass(RestControllerAdvice.class)
@ConditionalOnBean(Lab.class)
public final class LabWebAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    LabProblems labProblems() {
        return new LabProblems();
    }
}
