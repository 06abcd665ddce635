package io.fluxlab.junit.engine;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds bodies by their class, by themselves, or by the id that an earlier discovery gave them. Stateless. */
final class BodyResolver implements SelectorResolver {

    private final Predicate<String> classNames;

    BodyResolver(Predicate<String> classNames) {
        this.classNames = classNames;
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        Class<?> type = selector.getJavaClass();
        if (!classNames.test(type.getName()) || Modifier.isAbstract(type.getModifiers()) || isCompanion(type)) {
            return Resolution.unresolved();
        }
        Set<DiscoverySelector> bodies = Companion.bodies(type).stream()
                .map(body -> DiscoverySelectors.selectMethod(type, body))
                .collect(Collectors.toSet());
        if (bodies.isEmpty()) {
            return Resolution.unresolved();
        }
        return context.addToParent(parent -> Optional.of(new BodyClass(parent.getUniqueId(), type)))
                .map(found -> Resolution.match(Match.exact(found, () -> bodies)))
                .orElse(Resolution.unresolved());
    }

    @Override
    public Resolution resolve(MethodSelector selector, Context context) {
        Class<?> type = selector.getJavaClass();
        Method method = selector.getJavaMethod();
        if (!Companion.bodies(type).contains(method)) {
            return Resolution.unresolved();
        }
        return context.addToParent(
                        () -> DiscoverySelectors.selectClass(type),
                        parent -> Optional.of(new BodyMethod(parent.getUniqueId(), type, method)))
                .map(found -> Resolution.match(Match.exact(found)))
                .orElse(Resolution.unresolved());
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId.Segment last = selector.getUniqueId().getLastSegment();
        if (last.getType().equals(BodyClass.SEGMENT)) {
            return type(last.getValue())
                    .map(type -> Resolution.selectors(Set.of(DiscoverySelectors.selectClass(type))))
                    .orElse(Resolution.unresolved());
        }
        if (!last.getType().equals(BodyMethod.SEGMENT)) {
            return Resolution.unresolved();
        }
        UniqueId parent = selector.getUniqueId().removeLastSegment();
        return type(parent.getLastSegment().getValue())
                .flatMap(type -> Companion.bodies(type).stream()
                        .filter(body -> BodyMethod.id(body).equals(last.getValue()))
                        .findFirst()
                        .map(body -> DiscoverySelectors.selectMethod(type, body)))
                .map(body -> Resolution.selectors(Set.of(body)))
                .orElse(Resolution.unresolved());
    }

    private static boolean isCompanion(Class<?> type) {
        return type.isAnnotationPresent(RunsBodies.class);
    }

    private static Optional<Class<?>> type(String name) {
        return ReflectionSupport.tryToLoadClass(name).toOptional().map(type -> type);
    }
}
