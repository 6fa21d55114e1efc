using Workbench.Research.Evolution;

namespace Workbench.Research.Tests.Evolution;

/// <summary>Trees out of their text, as it is written.</summary>
static class Trees
{
    public static Tree Parse(string text) => GenomeText.TreeOf(Brackets.Read(text));
}
