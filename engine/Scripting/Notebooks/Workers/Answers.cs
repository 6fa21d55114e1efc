namespace Workbench.Scripting.Notebooks;

/// <summary>Asks a kernel, and says "nothing" where no answer is to be had.</summary>
static class Answers
{
    /// <summary>The kernel's answer.</summary>
    public static async Task<object?> Of(IKernel kernel, AskFrame ask) => ask.Question switch
    {
        Question.Complete => await kernel.Complete(ask.Code, ask.Position).ConfigureAwait(false),
        Question.Inspect => await kernel.Inspect(ask.Code, ask.Position).ConfigureAwait(false),
        Question.Signatures => await kernel.Signatures(ask.Code, ask.Position).ConfigureAwait(false),
        Question.Diagnose => await kernel.Diagnose(ask.Code).ConfigureAwait(false),
        _ => await kernel.IsComplete(ask.Code).ConfigureAwait(false),
    };

    /// <summary>The answer that promises nothing; a text counts as whole, so that it can be run.</summary>
    public static object? Empty(Question question, int position = 0) => question switch
    {
        Question.Complete => new Completions(position, position, []),
        Question.Diagnose => Array.Empty<CellDiagnostic>(),
        Question.IsComplete => true,
        _ => null,
    };
}
