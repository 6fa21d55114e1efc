using System.Collections.Concurrent;

namespace Workbench.Scripting.Notebooks;

/// <summary>Answers questions about the language on a thread of its own, while cells run on another.</summary>
sealed class WorkerDesk
{
    /// <summary>Questions that may wait; more come from someone who types faster than anyone reads.</summary>
    const int MostWaiting = 32;

    readonly BlockingCollection<AskFrame> waiting = new(MostWaiting);
    readonly IKernel kernel;
    readonly WorkerOutput output;

    public WorkerDesk(IKernel kernel, WorkerOutput output)
    {
        this.kernel = kernel;
        this.output = output;
        new Thread(Work) { IsBackground = true, Name = "language" }.Start();
    }

    /// <summary>Takes a question; where too many wait, it is answered emptily at once.</summary>
    public void Take(AskFrame ask)
    {
        if (!waiting.TryAdd(ask))
        {
            Say(ask, Answers.Empty(ask.Question, ask.Position));
        }
    }

    void Work()
    {
        foreach (var ask in waiting.GetConsumingEnumerable())
        {
            Say(ask, Answer(ask));
        }
    }

    object? Answer(AskFrame ask)
    {
        try
        {
            return Answers.Of(kernel, ask).GetAwaiter().GetResult();
        }
        catch (Exception)
        {
            // A completion that fails is none: nobody asked for an error while typing.
            return Answers.Empty(ask.Question, ask.Position);
        }
    }

    void Say(AskFrame ask, object? answer) => output.Send(new AnswerFrame(ask.Id, ask.Question, answer));
}
