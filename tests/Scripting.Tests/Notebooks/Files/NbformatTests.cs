using System.Globalization;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

/// <summary>What Jupyter's own library writes and reads, held against ours.</summary>
public sealed class NbformatTests : IDisposable
{
    const int Seeds = 60;

    const string Writer = """
        import nbformat.v4 as v, nbformat, random, sys
        lines = ["a = 1\n", "x\r\n", "\u2028y", "# \u00fcn\u00ef \U0001F600\n", "\t\"q\" \\ \n", "\x0b\x0c\x1c", "\x85", "<&>'/\x7f", "\ufeff\ue000", ""]
        for seed in range(int(sys.argv[2])):
            dice = random.Random(seed)
            notebook = v.new_notebook(metadata={"n": 1.0, "kernelspec": {"name": "python3", "display_name": "P", "language": "python"}})
            for _ in range(dice.randint(0, 6)):
                text = "".join(dice.choice(lines) for _ in range(dice.randint(0, 6)))
                cell = dice.choice([v.new_code_cell, v.new_markdown_cell, v.new_raw_cell])(text, id="c%d" % len(notebook.cells))
                if cell.cell_type == "code":
                    cell.execution_count = dice.choice([None, 3])
                    cell.outputs = [dice.choice([
                        v.new_output("stream", name="stdout", text=text),
                        v.new_output("display_data", metadata={"\U0001F600": 1, "\ue000": 2, "b": {}}, data={"text/html": text, "image/png": "AA\nBB", "image/svg+xml": text,
                            "application/json": {"z": 1.5, "a": [1e-07, -0.0, 1e+22, True, None, "\u00e9"]}, "application/javascript": text}),
                        v.new_output("error", ename="E", evalue=text, traceback=[text, text])]) for _ in range(dice.randint(0, 3))]
                if cell.cell_type == "markdown" and dice.random() < 0.3:
                    cell.attachments = {"a.png": {"image/png": "AA"}}
                if dice.random() < 0.5:
                    cell.metadata.update({"tags": ["x"], "deep": {"b": [[], {}, [[]]], "a": "\u2028"}})
                notebook.cells.append(cell)
            nbformat.write(notebook, "%s/%d.ipynb" % (sys.argv[1], seed))
        """;

    const string Reader = """
        import nbformat, sys
        for seed in range(int(sys.argv[2])):
            nbformat.validate(nbformat.read("%s/%d.ipynb" % (sys.argv[1], seed), as_version=nbformat.NO_CONVERT))
        """;

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [NbformatFact]
    public void What_Jupyter_wrote_is_read_and_written_byte_for_byte()
    {
        Assert.Equal((0, ""), NbformatFactAttribute.Python(Writer, folder.Path, Count));
        for (var seed = 0; seed < Seeds; seed++)
        {
            var before = File.ReadAllBytes(Path(seed));
            NotebookFile.Write(Path(seed), NotebookFile.Read(Path(seed)));
            Assert.True(before.AsSpan().SequenceEqual(File.ReadAllBytes(Path(seed))), $"seed {seed}");
        }
    }

    [NbformatFact]
    public void What_is_written_here_is_valid_to_Jupyter()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            NotebookFile.Write(Path(seed), new RandomNotebooks(seed).Notebook() with { Other = [], FormatMinor = 5, Metadata = NotebookHeader.New() });
        }

        var (exit, said) = NbformatFactAttribute.Python(Reader, folder.Path, Count);
        Assert.True(exit == 0, said);
    }

    static string Count => Seeds.ToString(CultureInfo.InvariantCulture);

    string Path(int seed) => folder.File($"{seed}.ipynb");
}
