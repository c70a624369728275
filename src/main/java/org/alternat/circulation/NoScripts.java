package org.alternat.circulation;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.jspecify.annotations.Nullable;

/** Our diagrams hold no script; looking for script languages on the class path costs time at each start. */
final class NoScripts implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // There is nothing to add it to.
    }

    @Override
    public @Nullable ScriptEngineManager getScriptEngineManager() {
        return null;
    }

    @Override
    public @Nullable ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        return null;
    }
}
