package io.fluxlab.cluster.broker;

import io.fluxlab.cluster.link.Link;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/** Lets in whoever has a token: the coordinator itself everywhere, workers to their queues. Thread-safe. */
final class Doorkeeper implements ActiveMQSecurityManager {

    private static final Set<CheckType> OF_WORKERS = Set.of(
            CheckType.SEND,
            CheckType.CONSUME,
            CheckType.CREATE_NON_DURABLE_QUEUE,
            CheckType.DELETE_NON_DURABLE_QUEUE,
            CheckType.CREATE_ADDRESS,
            CheckType.DELETE_ADDRESS);

    private final String ownToken;
    private final Predicate<String> workers;

    Doorkeeper(String ownToken, Predicate<String> workers) {
        this.ownToken = ownToken;
        this.workers = workers;
    }

    @Override
    public boolean validateUser(String user, String password) {
        if (user == null || password == null) {
            return false;
        }
        return user.equals(Link.COORDINATOR)
                ? same(ownToken, password)
                : user.equals(Link.WORKER) && workers.test(password);
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType checkType) {
        return validateUser(user, password) && (user.equals(Link.COORDINATOR) || OF_WORKERS.contains(checkType));
    }

    /** Takes as long wherever they differ. */
    static boolean same(String token, String given) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
