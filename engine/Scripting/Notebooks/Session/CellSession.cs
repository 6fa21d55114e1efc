using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Workbench.Scripting.Notebooks;

/// <summary>What cells leave to each other: variables, methods, types, libraries. Not safe for two cells at a time.</summary>
sealed class CellSession
{
    // Who types has no files yet: lines that name some are not looked at.
    static readonly ScriptSource Typed = ScriptSource.Of("notebook", "cell", "");

    readonly ConditionalWeakTable<Assembly, CellTexts> texts = [];
    readonly ScriptContext libraries = new("notebook");
    readonly KernelSetup setup;
    readonly CellCompiler compiler;
    volatile CellState state = CellState.Empty;

    public CellSession(KernelSetup setup)
    {
        this.setup = setup;
        compiler = new CellCompiler(setup);
        Language = new LanguageService(tree => compiler.Prepare(tree, Typed, State), ScriptDialect.Parsing);
    }

    /// <summary>What cells have left so far. Read from any thread.</summary>
    public CellState State
    {
        get => state;
        set => state = value;
    }

    /// <summary>Helps whoever types a cell.</summary>
    public LanguageService Language { get; }

    /// <summary>What cells show of runs.</summary>
    public ShownRuns Shown { get; } = new();

    /// <summary>The texts that code was compiled from; null for code that no cell holds.</summary>
    public CellTexts? TextsOf(Assembly? assembly) => assembly is not null && texts.TryGetValue(assembly, out var found) ? found : null;

    public CellSource? SourceOf(Type type) => TextsOf(type.Assembly)?.SourceOf(type);

    public IReadOnlyDictionary<string, CellSource> Declarations() =>
        Submission.All(State.Last).ToDictionary(each => each.Declaration.Name, each => each.By.Texts.SourceOf(each.Declaration.Document));

    /// <summary>What was shown of runs, and is of classes that cells declare otherwise by now, marked as such.</summary>
    public IEnumerable<(string DisplayId, MimeBundle Content)> Stale()
    {
        var declared = new Lazy<IReadOnlyDictionary<string, CellSource>>(Declarations);
        return Shown.Stale(run => setup.IsStale(run, declared.Value));
    }

    /// <summary>Compiles a text. Where its cell stands last in the session and declares again all that it had, the new one takes the old one's place.</summary>
    public CompiledCell Compile(ScriptSource source, string? cellId, CancellationToken stop)
    {
        if (cellId is not null && State.Last is { } last && last.CellId == cellId && Again(source, last, stop) is { } instead)
        {
            return instead;
        }

        return compiler.Compile(source, State, stop);
    }

    /// <summary>Loads a compiled text and runs it.</summary>
    /// <returns>Its value, and the session behind it: for whoever waited until its end to make it the state.</returns>
    public async Task<(object? Value, CellState State)> Run(CompiledCell cell, ScriptSource source, CellOrigin origin)
    {
        var documents = cell.Declarations.Where(declaration => declaration.Kind == SymbolKind.NamedType)
            .DistinctBy(declaration => declaration.MetadataName).ToDictionary(each => each.MetadataName, each => each.Document);
        var submission = new Submission(cell.Against.Last, cell.Compilation, cell.Declarations, new CellTexts(source.Files, origin, documents), origin.CellId);
        libraries.Bring(source, compiler.Packages);
        object? value = null;
        if (cell.Assembly.Length > 0)
        {
            (value, submission) = await Start(cell, submission);
        }

        var brought = State.Brought.AddRange(cell.Compilation.DirectiveReferences.Except(State.Brought));
        return (value, new CellState(cell.LeavesSomething ? submission : State.Last, brought));
    }

    /// <summary>What stands at a place of a cell, and what it holds where it is a variable.</summary>
    public MimeBundle? Inspect(string code, int position)
    {
        var found = Language.Inspect(code, position);
        var name = Language.VariableAt(code, position);
        var variable = Submission.Variables(State.Last).FirstOrDefault(each => each.Name == name);
        return found is null || variable.Name is null ? found : found with
        {
            Forms = found.Forms.ToDictionary(form => form.Key, form => $"{form.Value}\n\n= {CellShown.InALine(variable.Value)}"),
        };
    }

    CompiledCell? Again(ScriptSource source, Submission last, CancellationToken stop)
    {
        try
        {
            var again = compiler.Compile(source, State with { Last = last.Previous }, stop);
            var names = again.Declarations.Select(declaration => declaration.Name).ToHashSet(StringComparer.Ordinal);
            return last.Declarations.All(declaration => names.Contains(declaration.Name)) ? again : null;
        }
        catch (CellNotCompiled)
        {
            // It leans on what it declared before.
            return null;
        }
    }

    async Task<(object? Value, Submission Submission)> Start(CompiledCell cell, Submission submission)
    {
        var context = new CellAssemblies(cell.Compilation.AssemblyName!, submission.Previous, libraries);
        var assembly = context.LoadFromStream(new MemoryStream(cell.Assembly), new MemoryStream(cell.Symbols));
        texts.Add(assembly, submission.Texts);
        var entry = cell.Compilation.GetEntryPoint(CancellationToken.None)!;
        var slots = Submission.Slots(submission.Previous);
        var value = await assembly.GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>()(slots);
        return (value, submission with { Assembly = assembly, Instance = slots[^1] });
    }
}
