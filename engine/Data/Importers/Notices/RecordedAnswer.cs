using System.Text;

namespace Workbench.Data.Importers.Notices;

/// <summary>The answer within a recorded HTTP exchange in YAML: <c>body: {string: '…'}</c> behind <c>response:</c>, quotes inside doubled, lines folded.</summary>
static class RecordedAnswer
{
    const string Before = "body: {string: '";

    /// <summary>The answer's text.</summary>
    /// <exception cref="WorkbenchException">There is none.</exception>
    public static string Of(string file)
    {
        var text = File.ReadAllText(file);
        var response = text.IndexOf("response:", StringComparison.Ordinal);
        var start = response < 0 ? -1 : text.IndexOf(Before, response, StringComparison.Ordinal);
        return start < 0 ? throw NoticeErrors.NoRecording(file) : Scalar(file, text, start + Before.Length);
    }

    static string Scalar(string file, string text, int at)
    {
        var answer = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] != '\'')
            {
                // A line break of the recording is a space of the answer, and JSON does not mind how many.
                answer.Append(text[at] is '\r' or '\n' ? ' ' : text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '\'')
            {
                answer.Append(text[at++]);
            }
            else
            {
                return answer.ToString();
            }
        }

        throw NoticeErrors.NoRecording(file);
    }
}
