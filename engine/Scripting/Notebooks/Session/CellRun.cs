using System.Diagnostics;
using System.Globalization;

namespace Workbench.Scripting.Notebooks;

/// <summary>Runs one cell, part by part.</summary>
sealed class CellRun(CellSession session, KernelSetup setup, CellRequest request, int count, CellOutput output, CancellationToken interrupt)
{
    const int DeepestImport = 8;

    readonly CellThreads threads = new(error => output.Stream(StreamName.Error, $"{error.GetType().Name}: {error.Message}\n"));
    readonly Stopwatch compiling = new();
    readonly Stopwatch running = new();
    bool isTimed;
    int importing;

    string Name => string.Create(CultureInfo.InvariantCulture, $"cell {count}");

    public async Task<CellResult> Run()
    {
        var watch = Stopwatch.StartNew();
        var before = session.State;
        var (status, value, error) = (CellStatus.Ok, (MimeBundle?)null, (CellError?)null);
        try
        {
            var origin = new CellOrigin(request.Notebook ?? "notebook", Name, count, request.CellId, File: null);
            value = Named(await Run(origin, request.Code, request.Language, depth: 0));
            Time();
        }
        catch (Exception why)
        {
            session.State = before;
            (status, error) = Failure(why);
        }

        foreach (var (display, content) in session.Stale())
        {
            output.Update(display, content);
        }

        string[] names = [.. Submission.All(session.State.Last).Select(each => each.Declaration.Name)];
        return new CellResult(status, count, request.IsSilent ? null : value, error, names, watch.Elapsed.TotalSeconds);
    }

    /// <summary>The value, unless it shows a run: that is displayed under a name, so that it can be marked once it is stale.</summary>
    MimeBundle? Named(MimeBundle? value)
    {
        if (request.IsSilent || value is not { RunIds.Count: > 0 })
        {
            return value;
        }

        output.Display(value, Guid.NewGuid().ToString("N"));
        return null;
    }

    (CellStatus, CellError) Failure(Exception why)
    {
        if (!interrupt.IsCancellationRequested)
        {
            var error = new CellStory(session.TextsOf, Name).Of(why);
            return (CellStatus.Failed, error.Line == 0 && importing > 0 ? error with { Line = importing, Column = 1 } : error);
        }

        const string Message = "The cell was interrupted. The variables of earlier cells are still there.";
        return (CellStatus.Interrupted, new CellError("Interrupted", Message, 0, 0, [Message]));
    }

    async Task<MimeBundle?> Run(CellOrigin origin, string code, string language, int depth)
    {
        MimeBundle? value = null;
        foreach (var part in CellPart.Split(code, language))
        {
            Show(value);
            value = await Run(origin, part, depth);
        }

        return value;
    }

    async Task<MimeBundle?> Run(CellOrigin origin, CellPart part, int depth)
    {
        switch (part.Kind)
        {
            case CellPartKind.CSharp:
                return await CSharp(origin, part.Text);
            case CellPartKind.Import:
                await Import(origin, part, depth);
                break;
            case CellPartKind.Time:
                isTimed = true;
                break;
            case CellPartKind.Strategy:
                break;
            default:
                Show(CellShown.Of(part, session.State));
                break;
        }

        return null;
    }

    async Task<MimeBundle?> CSharp(CellOrigin origin, string code)
    {
        compiling.Start();
        var source = ScriptSource.Of(origin.Path, origin.Name, code);
        var cell = session.Compile(source, origin.CellId, interrupt);
        compiling.Stop();
        running.Start();
        try
        {
            var (value, state) = await threads.Ended(threads.Start(() => Inside(cell, source, origin)), interrupt);
            session.State = state;
            return value;
        }
        finally
        {
            running.Stop();
        }
    }

    async Task<(MimeBundle? Value, CellState State)> Inside(CompiledCell cell, ScriptSource source, CellOrigin origin)
    {
        CellContext.Enter(new CellContext
        {
            Key = request.CellId ?? request.Code,
            Output = output,
            Interrupt = interrupt,
            Notebook = request.Notebook,
            SourceOf = session.SourceOf,
            Format = Format,
            Declarations = session.Declarations,
        });
        var (value, state) = await session.Run(cell, source, origin);

        // A value is formatted as a part of the cell: it may throw, print, or take its time.
        var isShown = !request.IsSilent && (value is not null || CellCompiler.EndsWithValue(cell.Compilation));
        return (isShown ? Format(value) : null, state);
    }

    async Task Import(CellOrigin origin, CellPart part, int depth)
    {
        var path = Path.Combine(Path.GetDirectoryName(origin.Path) ?? "", part.Text.Trim('"').Replace('\\', '/'));
        if (!File.Exists(path))
        {
            throw new CellRefusal(part.Line, NotebookErrors.NothingToImport(path));
        }

        if (depth == DeepestImport)
        {
            throw new CellRefusal(part.Line, NotebookErrors.ImportsItself(path));
        }

        importing = depth == 0 ? part.Line : importing;
        foreach (var text in ImportedText.Of(path, part.Line))
        {
            var within = origin with { Path = path, Name = text.Name, File = path, CellId = null };
            Show(await Run(within, text.Code, text.Language, depth + 1));
        }

        importing = depth == 0 ? 0 : importing;
    }

    MimeBundle Format(object? value) => ValueFormatter.Format(value, setup.Formats);

    void Show(MimeBundle? content)
    {
        if (content is not null && !request.IsSilent)
        {
            output.Display(content);
        }
    }

    void Time()
    {
        if (isTimed)
        {
            var (compiled, ran) = (compiling.Elapsed.TotalMilliseconds, running.Elapsed.TotalMilliseconds);
            Show(MimeBundle.Plain(string.Create(CultureInfo.InvariantCulture, $"{compiled + ran:N1} ms: compiled in {compiled:N1} ms, ran for {ran:N1} ms")));
        }
    }
}
