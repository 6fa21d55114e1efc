using System.Text.Json;
using System.Text.RegularExpressions;
using Workbench.Model;

namespace Workbench.App.Tests.Kit;

/// <summary>What a call of the program came to.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Out">All it wrote to stdout.</param>
/// <param name="Error">All it wrote to stderr.</param>
sealed partial record Answer(ExitCode Exit, string Out, string Error)
{
    /// <summary>The answer, which must be a success.</summary>
    public Answer Good() => Exit == ExitCode.Ok ? this : throw new InvalidOperationException(ToString());

    /// <summary>stdout as JSON: exactly one document, or the parser throws.</summary>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Out);
        return document.RootElement.Clone();
    }

    /// <summary>The answer must be a refusal: this exit code, one error with this code, and no stack trace.</summary>
    public Answer Refused(string code, ExitCode exit)
    {
        Assert.True(Exit == exit, $"exit {exit} was expected: {this}");
        Assert.True(Codes().Matches(Error).Select(match => match.Value).SequenceEqual([code]), $"{code} was expected: {this}");
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        return this;
    }

    /// <summary>The refusal says this too.</summary>
    public Answer Saying(string text)
    {
        Assert.Contains(text, Error, StringComparison.Ordinal);
        return this;
    }

    [GeneratedRegex(@"^WB\d{4}\b", RegexOptions.Multiline)]
    private static partial Regex Codes();
}
