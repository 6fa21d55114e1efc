using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Jupyter;

/// <summary>A kernel of a few lines over Roslyn's scripting, so that the door can be tried without a process behind it.</summary>
sealed class ScriptKernel : IKernel
{
    static readonly CSharpParseOptions Script = new(kind: Microsoft.CodeAnalysis.SourceCodeKind.Script);
    static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(IKernel).Assembly)
        .WithImports("System", "System.Linq", "System.Threading.Tasks", "Workbench.Scripting.Notebooks");

    readonly SemaphoreSlim turn = new(1);
    readonly RunningCell cell = new();
    ScriptState<object>? state;
    int count;

    /// <summary>What was run last.</summary>
    public CellRequest? Last { get; private set; }

    public async Task<CellResult> Execute(CellRequest request, ICellOutput output, CancellationToken interrupt)
    {
        await turn.WaitAsync(CancellationToken.None);
        try
        {
            (Last, cell.Output, cell.Interrupt) = (request, output, interrupt);
            count += request.IsSilent ? 0 : 1;
            state = state is null
                ? await CSharpScript.RunAsync<object>(request.Code, Options, cell, typeof(RunningCell), CancellationToken.None)
                : await state.ContinueWithAsync(request.Code, cancellationToken: CancellationToken.None);
            return Result(CellStatus.Ok, request.IsSilent || state.ReturnValue is null ? null : Show(state.ReturnValue), null);
        }
        catch (Exception failure)
        {
            return Result(
                failure is OperationCanceledException ? CellStatus.Interrupted : CellStatus.Failed, null,
                new CellError(failure.GetType().Name, failure.Message, 1, 1, ["cell 1, line 1", failure.Message]));
        }
        finally
        {
            turn.Release();
        }
    }

    public Task<Completions> Complete(string code, int position)
    {
        var start = position;
        while (start > 0 && char.IsLetterOrDigit(code[start - 1]))
        {
            start--;
        }

        var items = Variables.Where(each => each.Name.StartsWith(code[start..position], StringComparison.Ordinal))
            .Select(each => new CompletionItem(each.Name, "variable", $"{each.Type.Name} {each.Name}"));
        return Task.FromResult(new Completions(start, position, [.. items]));
    }

    public Task<MimeBundle?> Inspect(string code, int position) =>
        Task.FromResult(Variables.FirstOrDefault(each => each.Name == code.Trim()) is { } found ? MimeBundle.Plain($"{found.Name} = {found.Value}") : null);

    public Task<SignatureHelp?> Signatures(string code, int position) =>
        Task.FromResult(code.EndsWith("Math.Max(", StringComparison.Ordinal) ? new SignatureHelp(["int Max(int, int)", "double Max(double, double)"], 0, 0) : null);

    public Task<IReadOnlyList<CellDiagnostic>> Diagnose(string code) => Task.FromResult<IReadOnlyList<CellDiagnostic>>([]);

    public Task<bool> IsComplete(string code) => Task.FromResult(SyntaxFactory.IsCompleteSubmission(CSharpSyntaxTree.ParseText(code, Script)));

    public Task Restart()
    {
        state = null;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    IEnumerable<ScriptVariable> Variables => state?.Variables ?? [];

    static MimeBundle Show(object value) => value as MimeBundle ?? MimeBundle.Plain(FormattableString.Invariant($"{value}"));

    CellResult Result(CellStatus status, MimeBundle? value, CellError? error) => new(status, count, value, error, [], 0);
}
