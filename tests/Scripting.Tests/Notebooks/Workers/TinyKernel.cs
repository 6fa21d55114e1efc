using System.Text;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Workers;

/// <summary>The least that runs C# and remembers: enough to see what its process does.</summary>
sealed class TinyKernel : IKernel
{
    ScriptState<object>? state;
    int count;

    public async Task<CellResult> Execute(CellRequest request, ICellOutput output, CancellationToken interrupt)
    {
        Console.SetOut(new Printer(StreamName.Out, output));
        Console.SetError(new Printer(StreamName.Error, output));
        CellContext.Enter(new CellContext
        {
            Output = output,
            Interrupt = interrupt,
            Key = "cell",
            SourceOf = _ => null,
            Format = value => MimeBundle.Plain(value?.ToString() ?? "null"),
            Declarations = () => new Dictionary<string, CellSource>(),
        });
        count++;
        try
        {
            var options = ScriptOptions.Default.AddReferences(typeof(CellContext).Assembly).AddImports("System", "System.Collections.Generic", "System.Linq", "System.Threading", "System.Threading.Tasks", "Workbench.Scripting.Notebooks");
            state = state is null ? await CSharpScript.RunAsync<object>(request.Code, options, cancellationToken: interrupt) : await state.ContinueWithAsync<object>(request.Code, cancellationToken: interrupt);
            return new CellResult(CellStatus.Ok, count, state.ReturnValue is { } value ? MimeBundle.Plain(value.ToString()!) : null, null, Names, 0);
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            return new CellResult(CellStatus.Interrupted, count, null, new CellError("stopped", "", 0, 0, []), Names, 0);
        }
        catch (Exception error)
        {
            return new CellResult(CellStatus.Failed, count, null, new CellError(error.GetType().Name, error.Message, 0, 0, []), Names, 0);
        }
    }

    IReadOnlyList<string> Names => [.. state?.Variables.Select(variable => variable.Name) ?? []];

    public Task<Completions> Complete(string code, int position) => Task.FromResult(new Completions(position, position, [new CompletionItem("Word", "class", "class Word")]));

    public Task<MimeBundle?> Inspect(string code, int position) => Task.FromResult<MimeBundle?>(null);

    public Task<SignatureHelp?> Signatures(string code, int position) => throw new NotSupportedException("this kernel fails at it");

    public Task<IReadOnlyList<CellDiagnostic>> Diagnose(string code) => Task.FromResult<IReadOnlyList<CellDiagnostic>>([new("CS1", code, true, 1, 2, 3, 4)]);

    public Task<bool> IsComplete(string code) => Task.FromResult(code.EndsWith(';'));

    public Task Restart() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    sealed class Printer(StreamName name, ICellOutput output) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => output.Stream(name, value.ToString());

        public override void Write(string? value) => output.Stream(name, value ?? "");
    }
}
