package org.alternat.circulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.builder.xml.XMLMapperEntityResolver;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.parsing.XPathParser;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.jspecify.annotations.Nullable;

/**
 * The engine's SQL mappings, a megabyte of XML. Most of the time that the engine needs to start goes into its 1,760 statements,
 * of which a circulation asks for some hundred: each is parsed when it is first asked for, by the same parser, and what the
 * statements of a mapper share (result maps, fragments of SQL) when the first of them, or of another mapper, refers to it.
 */
final class EngineStatements extends Configuration {

    private static final Pattern NAMESPACE = Pattern.compile("<mapper\\s+namespace=\"([^\"]+)\"");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile(
            "<(select|insert|update|delete)\\s[^>]*?\\bid\\s*=\\s*\"([^\"]+)\".*?</\\1>", Pattern.DOTALL);

    private final Map<String, List<Unread>> unread = new ConcurrentHashMap<>();
    private final Map<String, Shared> unshared = new ConcurrentHashMap<>();
    private final Set<String> beingShared = new HashSet<>();
    private final Map<String, XNode> fragments = new Fragments();

    /** What is left of a mapper without its statements. */
    private record Shared(String resource, String xml) {}

    private record Unread(String namespace, String id, String xml) {

        String name() {
            return namespace + "." + id;
        }
    }

    /** Takes the mappings apart, and parses none. */
    static EngineStatements forDatabase(String type) {
        EngineStatements statements = new EngineStatements();
        Properties dialect = new Properties();
        dialect.put("prefix", "");
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(dialect, "", type);
        statements.setVariables(dialect);
        for (XNode mapper : new XPathParser(
                        text(ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE),
                        true,
                        dialect,
                        new XMLMapperEntityResolver())
                .evalNodes("/configuration/mappers/mapper")) {
            statements.take(mapper.getStringAttribute("resource"));
        }
        return statements;
    }

    private void take(String resource) {
        String mapper = COMMENT.matcher(text(resource)).replaceAll("");
        Matcher namespace = NAMESPACE.matcher(mapper);
        if (!namespace.find()) {
            throw new IllegalStateException(resource + " is no mapper");
        }
        Matcher statement = STATEMENT.matcher(mapper);
        statement.results().map(found -> unread(namespace.group(1), found)).forEach(one -> {
            unread.computeIfAbsent(one.id(), key -> new ArrayList<>()).add(one);
            unread.computeIfAbsent(one.name(), key -> new ArrayList<>()).add(one);
        });
        unshared.put(namespace.group(1), new Shared(resource, statement.replaceAll("")));
    }

    /** @param name of something in a mapper, with the mapper's namespace */
    private void share(String name) {
        String namespace = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        if (unshared.containsKey(namespace)) {
            synchronized (unread) {
                Shared shared = unshared.get(namespace);
                // What it shares may refer to itself; others wait until it is whole.
                if (shared != null && beingShared.add(namespace)) {
                    parse(shared.resource(), shared.xml());
                    unshared.remove(namespace);
                }
            }
        }
    }

    private static Unread unread(String namespace, MatchResult statement) {
        return new Unread(namespace, statement.group(2), statement.group());
    }

    private void parse(String resource, String mapper) {
        new XMLMapperBuilder(
                        new ByteArrayInputStream(mapper.getBytes(StandardCharsets.UTF_8)), this, resource, fragments)
                .parse();
    }

    private static String text(String resource) {
        try (InputStream stream = ReflectUtil.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses the statements of this name, with its namespace or without, unless that is done. */
    private void require(String name) {
        if (!unread.containsKey(name)) {
            return;
        }
        synchronized (unread) {
            for (Unread one : List.copyOf(unread.getOrDefault(name, List.of()))) {
                share(one.name());
                parse(
                        one.name(),
                        "<!DOCTYPE mapper PUBLIC \"-//mybatis.org//DTD Mapper 3.0//EN\""
                                + " \"http://mybatis.org/dtd/mybatis-3-mapper.dtd\"><mapper namespace=\""
                                + one.namespace() + "\">" + one.xml() + "</mapper>");
                forget(one.id(), one);
                forget(one.name(), one);
            }
        }
    }

    private void forget(String name, Unread one) {
        unread.computeIfPresent(
                name,
                (key, all) -> all.size() == 1
                        ? null
                        : new ArrayList<>(
                                all.stream().filter(other -> !other.equals(one)).toList()));
    }

    private void requireAll() {
        List.copyOf(unread.keySet()).forEach(this::require);
    }

    @Override
    public Map<String, XNode> getSqlFragments() {
        return fragments;
    }

    @Override
    public boolean hasResultMap(String id) {
        share(id);
        return super.hasResultMap(id);
    }

    @Override
    public ResultMap getResultMap(String id) {
        share(id);
        return super.getResultMap(id);
    }

    /** The parser itself asks without validation, for what is there already. */
    @Override
    public MappedStatement getMappedStatement(String id, boolean validateIncompleteStatements) {
        if (validateIncompleteStatements) {
            require(id);
        }
        return super.getMappedStatement(id, validateIncompleteStatements);
    }

    @Override
    public boolean hasStatement(String statementName, boolean validateIncompleteStatements) {
        if (validateIncompleteStatements) {
            require(statementName);
        }
        return super.hasStatement(statementName, validateIncompleteStatements);
    }

    @Override
    public Collection<String> getMappedStatementNames() {
        requireAll();
        return super.getMappedStatementNames();
    }

    @Override
    public Collection<MappedStatement> getMappedStatements() {
        requireAll();
        return super.getMappedStatements();
    }

    /** The fragments of SQL: asking for one has its mapper read. */
    private final class Fragments extends AbstractMap<String, XNode> {

        @Override
        public @Nullable XNode get(Object name) {
            share((String) name);
            return sqlFragments.get(name);
        }

        @Override
        public boolean containsKey(Object name) {
            return sqlFragments.containsKey(name);
        }

        @Override
        public @Nullable XNode put(String name, XNode fragment) {
            return sqlFragments.put(name, fragment);
        }

        @Override
        public Set<Entry<String, XNode>> entrySet() {
            return sqlFragments.entrySet();
        }
    }
}
