package io.fluxlab.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The data of requests that make sense: where a fuzzer begins. */
final class SampleRequests {

    static final List<String> RUNS = List.of("""
            {"workload":"sleep","lane":"bounded-elastic","parameters":{"tasks":5,"style":"async"},"concurrency":3}""", """
            {"workload":"green-threads","lane":"gil:switchMillis=20","parameters":{"sleeper":"virtual","count":1000}}""", """
            {"workload":"primes","lane":"process:processes=1","bystander":{"perSecond":500,"payloadBytes":64}}""", """
            {"workload":"primes","lane":"parallel","parameters":{"from":2,"to":1000,"ranges":[[2,10],[10,1000]]}}""");

    static final List<String> COMPARISONS = List.of("""
            {"workload":"primes","lanes":["immediate","parallel"],"baseline":"immediate","rounds":5,"warmup":1}""", """
            {"workload":"sleep","lanes":["virtual","gil:switchMillis=1"],"maxTimeMillis":5000,"seed":-7,
             "runEvents":true,"isolate":false}""");

    static final List<String> CAPACITIES = List.of("""
            {"workload":"sleep","lanes":["virtual"],"slo":["p99 < 20ms","bystander.p99 < 5ms"],"to":"50/s","maxTimeMillis":100}""", """
            {"workload":"primes","lanes":["immediate"],"slo":"mean < 1s,max < 2s","from":1,"resolution":0.1,"seed":3,
             "arrivals":"constant","duration":"100ms","maxTimeMillis":1}""");

    static final List<String> COMMANDS = List.of("""
            {"command":"pause"}""", """
            {"command":"concurrency","value":16}""");

    private SampleRequests() {}

    static byte[] json(String request) {
        return request.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] cbor(String request) {
        try {
            return new ObjectMapper(new CBORFactory()).writeValueAsBytes(new ObjectMapper().readTree(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
