using System.Runtime.CompilerServices;

namespace Workbench.Scripting;

/// <summary>
/// Loads strategy scripts: reads the file, takes the compiled code from the cache or compiles it, and never runs what the
/// determinism gate refuses. Safe for several processes on one cache folder.
/// </summary>
/// <param name="cacheFolder">Where compiled scripts and restored packages are kept; made when first needed. Deleting it costs time only.</param>
public sealed class ScriptHost(string cacheFolder)
{
    readonly CompiledScriptCache cache = new(cacheFolder);
    readonly NuGetPackages packages = new(cacheFolder);

    /// <summary>Loads a script, ready to make strategies.</summary>
    /// <param name="path">The .csx file.</param>
    /// <param name="strategy">Name of the strategy class; needed only where the file has several.</param>
    /// <exception cref="WorkbenchException">WB3001 it does not compile, WB3002 the gate refuses it, WB3003–WB3012 it cannot be found, read or completed.</exception>
    public StrategyScript Load(string path, string? strategy = null)
    {
        var source = ScriptSource.Read(path);
        var key = CacheKey.Of(source);
        var cached = cache.Find(key, out var damage);
        var script = cached ?? Compile(source, key, ref damage);
        return Load(source, key, script, strategy, cached is not null, damage is null ? script.Warnings : [.. script.Warnings, damage]);
    }

    /// <summary>Looks a script over without running it: does it compile, does it pass the gate, what are its parameters.</summary>
    /// <param name="path">The .csx file.</param>
    /// <param name="strategy">Name of the strategy class; needed only where the file has several.</param>
    /// <exception cref="WorkbenchException">WB3003–WB3012: it cannot be found, read or completed.</exception>
    public ScriptCheck Check(string path, string? strategy = null) => Check(ScriptSource.Read(path), strategy);

    /// <summary>Looks over a text that is to become a script, as if it were one already.</summary>
    /// <param name="path">The .csx file that it is to become; it need not exist.</param>
    /// <param name="text">The text.</param>
    /// <param name="strategy">Name of the strategy class; needed only where the text has several.</param>
    /// <exception cref="WorkbenchException">WB3004–WB3012: it cannot be read or completed.</exception>
    public ScriptCheck Check(string path, string text, string? strategy) => Check(ScriptSource.Of(path, Path.GetFileName(path), text), strategy);

    ScriptCheck Check(ScriptSource source, string? strategy)
    {
        var path = source.Path;
        var key = CacheKey.Of(source);
        var compiled = CompileFresh(source, key);
        if (compiled.Script is null)
        {
            return new ScriptCheck(path, source.Sha256(), compiled.Offences, compiled.Warnings, null, []);
        }

        string[] unkept = cache.Keep(key, compiled.Script) is { } reason ? [reason] : [];
        using var script = Load(source, key, compiled.Script, strategy, fromCache: false, [.. compiled.Script.Warnings, .. unkept]);
        return new ScriptCheck(path, script.Sha256, [], script.Warnings, script.TypeName, script.Parameters.Infos);
    }

    StrategyScript Load(ScriptSource source, string key, CompiledScript script, string? strategy, bool fromCache, IReadOnlyList<string> warnings)
    {
        var name = Choose(source.Path, script.Strategies, strategy);
        var (context, assembly) = ScriptContext.Load("script-" + key[..16], script, source, packages);
        return new StrategyScript(source, context, assembly.GetType(name, throwOnError: true)!, source.Sha256(), fromCache, warnings);
    }

    static string Choose(string path, IReadOnlyList<string> strategies, string? wanted)
    {
        string[] names = [.. strategies.Select(name => name[(name.LastIndexOf('+') + 1)..])];
        if (wanted is null)
        {
            return names.Length == 1 ? strategies[0] : throw ScriptErrors.ManyStrategies(path, names);
        }

        var at = Array.IndexOf(names, wanted);
        return at >= 0 ? strategies[at] : throw ScriptErrors.UnknownStrategy(path, wanted, names);
    }

    CompiledScript Compile(ScriptSource source, string key, ref string? damage)
    {
        var compiled = CompileFresh(source, key);
        if (compiled.Script is null)
        {
            throw ScriptErrors.Refused(new ScriptCheck(source.Path, source.Sha256(), compiled.Offences, compiled.Warnings, null, []));
        }

        var unkept = cache.Keep(key, compiled.Script);
        damage ??= unkept;
        return compiled.Script;
    }

    // On its own, because a method that names the compiler loads it when it is first called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    Compilation CompileFresh(ScriptSource source, string key) => ScriptCompiler.Compile(source, key, packages);
}
