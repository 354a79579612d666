// Lucene as its guide sets it up: StandardAnalyzer's steps with accents folded, BM25, facets of its
// facet module. The same commands, requests and answers as plain_xapian.cc.

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

public class PlainLucene {
    static final int FACETS = 12, FIRST_FACET = 4, PAGE = 10, FACET_VALUES = 100;

    static Analyzer analyzer() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(
                    words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
            }
        };
    }

    static void build(Path passages, Path folder) throws Exception {
        FacetsConfig config = new FacetsConfig();
        IndexWriterConfig settings = new IndexWriterConfig(analyzer());
        settings.setRAMBufferSizeMB(256);
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(folder), settings);
             BufferedReader rows = Files.newBufferedReader(passages)) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                String[] fields = row.split("\t", -1);
                Document document = new Document();
                document.add(new TextField("text", fields[fields.length - 1], Field.Store.YES));
                document.add(new StoredField("title", fields[fields.length - 2]));
                document.add(new NumericDocValuesField("date", Long.parseLong(fields[3])));
                for (int i = 0; i < FACETS; ++i) {
                    document.add(new SortedSetDocValuesFacetField("f" + i, fields[FIRST_FACET + i]));
                    document.add(new StringField("x" + i, fields[FIRST_FACET + i], Field.Store.NO));
                }
                writer.addDocument(config.build(document));
            }
            writer.forceMerge(1);
        }
    }

    static class Session {
        final DirectoryReader reader;
        final IndexSearcher searcher;
        final SortedSetDocValuesReaderState state;
        final QueryBuilder builder = new QueryBuilder(analyzer());

        Session(Path folder) throws Exception {
            reader = DirectoryReader.open(FSDirectory.open(folder));
            searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            state = new DefaultSortedSetDocValuesReaderState(reader);
        }

        Query queryOf(String mode, String filter, String text) {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            if (mode.equals("browse")) {
                query.add(new MatchAllDocsQuery(), Occur.MUST);
            } else if (mode.equals("phrase")) {
                query.add(builder.createPhraseQuery("text", text), Occur.MUST);
            } else {
                Occur occur = mode.equals("any") ? Occur.SHOULD : Occur.MUST;
                query.add(builder.createBooleanQuery("text", text, occur), Occur.MUST);
            }
            for (String choice : filter.isEmpty() ? new String[0] : filter.split(";")) {
                String[] parts = choice.split("=");
                query.add(new TermQuery(new Term("x" + parts[0], parts[1])), Occur.FILTER);
            }
            return query.build();
        }

        String search(String[] request) throws Exception {
            int facets = Integer.parseInt(request[1]), offset = Integer.parseInt(request[2]);
            TopDocsCollector<?> top = request[0].equals("browse")
                ? TopFieldCollector.create(new Sort(new SortField("date", SortField.Type.LONG, true)),
                                           offset + PAGE, Integer.MAX_VALUE)
                : TopScoreDocCollector.create(offset + PAGE, Integer.MAX_VALUE);
            FacetsCollector matches = new FacetsCollector();
            Query query = queryOf(request[0], request[3], request[4]);
            searcher.search(query, facets == 0 ? top : MultiCollector.wrap(top, matches));
            TopDocs found = top.topDocs(offset, PAGE);
            StringBuilder out = new StringBuilder().append(top.getTotalHits());
            for (ScoreDoc hit : found.scoreDocs) {
                Document row = searcher.doc(hit.doc);
                out.append('\t').append(row.get("title")).append('\t').append(row.get("text"));
            }
            if (facets > 0) addFacets(out, new SortedSetDocValuesFacetCounts(state, matches), facets);
            return out.toString();
        }

        void addFacets(StringBuilder out, Facets counts, int facets) throws Exception {
            for (int i = 0; i < facets; ++i) {
                FacetResult result = counts.getTopChildren(FACET_VALUES, "f" + i);
                if (result == null) continue;
                for (LabelAndValue value : result.labelValues)
                    out.append('\t').append(value.label).append('=').append(value.value);
            }
        }

        String completions(String prefix) throws Exception {
            BytesRef begin = builder.createBooleanQuery("text", prefix) instanceof TermQuery term
                ? term.getTerm().bytes() : new BytesRef(prefix);
            List<String[]> words = new ArrayList<>();
            TermsEnum terms = MultiTerms.getTerms(reader, "text").iterator();
            if (terms.seekCeil(begin) != TermsEnum.SeekStatus.END) {
                for (BytesRef word = terms.term(); word != null; word = terms.next()) {
                    String text = word.utf8ToString();
                    if (!text.startsWith(begin.utf8ToString())) break;
                    words.add(new String[] {text, String.valueOf(terms.docFreq())});
                }
            }
            words.sort(Comparator.comparing((String[] word) -> -Integer.parseInt(word[1])));
            StringBuilder out = new StringBuilder().append(Math.min(PAGE, words.size()));
            for (String[] word : words.subList(0, Math.min(PAGE, words.size())))
                out.append('\t').append(word[0]).append('=').append(word[1]);
            return out.toString();
        }
    }

    static void serve(Path folder) throws Exception {
        Session session = new Session(folder);
        PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader requests =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            String[] request = line.split("\t", -1);
            answers.println(request[0].equals("prefix") ? session.completions(request[4])
                                                        : session.search(request));
            answers.flush();
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("build")) build(Path.of(arguments[1]), Path.of(arguments[2]));
        else serve(Path.of(arguments[1]));
    }
}
