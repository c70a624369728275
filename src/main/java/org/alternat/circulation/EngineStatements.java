package org.alternat.circulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.builder.xml.XMLMapperEntityResolver;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.parsing.XPathParser;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ReflectUtil;

/**
 * The engine's SQL mappings, a megabyte of XML. Most of the time that the engine needs to start goes into its 1,760 statements,
 * of which a circulation asks for some hundred: each is parsed when it is first asked for, by the same parser.
 */
final class EngineStatements extends Configuration {

    private static final Pattern NAMESPACE = Pattern.compile("<mapper\\s+namespace=\"([^\"]+)\"");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern STATEMENT =
            Pattern.compile("<(select|insert|update|delete)\\s[^>]*?\\bid=\"([^\"]+)\".*?</\\1>", Pattern.DOTALL);

    private final Map<String, List<Unread>> unread = new ConcurrentHashMap<>();

    private record Unread(String namespace, String id, String xml) {

        String name() {
            return namespace + "." + id;
        }
    }

    /** Reads everything but the statements. */
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
            statements.read(mapper.getStringAttribute("resource"));
        }
        return statements;
    }

    private void read(String resource) {
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
        parse(resource, statement.replaceAll(""));
    }

    private static Unread unread(String namespace, MatchResult statement) {
        return new Unread(namespace, statement.group(2), statement.group());
    }

    private void parse(String resource, String mapper) {
        new XMLMapperBuilder(
                        new ByteArrayInputStream(mapper.getBytes(StandardCharsets.UTF_8)),
                        this,
                        resource,
                        getSqlFragments())
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
}
