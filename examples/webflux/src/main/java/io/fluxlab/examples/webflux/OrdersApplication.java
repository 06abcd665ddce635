package io.fluxlab.examples.webflux;

import io.fluxlab.workload.Workload;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application. */
@SpringBootApplication(proxyBeanMethods = false)
public class OrdersApplication {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(OrdersApplication.class, args);
    }

    /** All that the lab has to be told: what to run. */
    @Bean
    Workload<?> pricing(PriceList prices) {
        return Workload.of("pricing", () -> prices.price(Order.SAMPLE));
    }
}
