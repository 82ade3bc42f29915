"""The largest report that is promised, and every bound that follows from it: one table.

A report of 60,000 words and 3 MB of HTML in each language can be posted, is saved within ten seconds and read page by
page. What is larger, or made to be slow, is refused before anything is worked out of it.

This holds numbers alone; what is said where one is passed stands where it is asked.
"""

# The text of one language, as HTML.
WORDS = 60_000
BODY_BYTES = 3_000_000
# Every `<`. 60,000 words with 1,500 footnotes, 3,000 blocks, tables and emphasis have 35,000.
BODY_TAGS = 40_000
BODY_DEPTH = 100
# Elements open at once in what is pasted: tags that were left open in sloppy text count too.
OPEN_TAGS = 500
# Of one tag; beyond it parsers compare each with each.
TAG_ATTRIBUTES = 100
# Formatting that is left open is repeated in every later block: bytes, and tags, that this may come to.
REPEATED_BYTES = 2 * BODY_BYTES
REPEATED_TAGS = 16 * BODY_TAGS
# Ampersands, and no-break spaces, which HTML writes with one.
REFERENCES = 100_000
# Cells of all tables, each as often as it spans.
TABLE_AREA = BODY_TAGS // 2
# Combining marks on one letter (UAX 15, 13: no language has as many).
COMBINING_MARKS = 30

# The other texts of a report, in characters.
TITLE = 300
STANDFIRST = 1_000
KEY_POINTS = 10
KEY_POINT = 300
CORRECTION_NOTE = 1_000
SLUG = 100
ATTRIBUTIONS = 300
AUTHORS = 50
WORK_TITLE = 300
URL = 500
# A reason or a remark, and a passage that a remark keeps.
TEXT = 2_000
QUOTE = 2_000
# Of any text that is not a body, before white space is folded and letters are composed.
TYPED = 20_000

# What one request may carry: both languages, as they are, and all else of the form. It is sent as multipart/form-data:
# with each byte escaped (%D8%A7) it would be three times as long, and take a second to read.
LANGUAGES = 2
REQUEST_BYTES = LANGUAGES * BODY_BYTES + 2 * 1024 * 1024
# To log in, or to ask for a new password, which anybody may do.
ENTRANCE_BYTES = 64 * 1024
REQUEST_FIELDS = 5_000
REQUEST_FILES = 20
# Of all pictures of one request together: two of the largest, or six photographs of a telephone.
REQUEST_PIXELS = 80_000_000

# Of one picture: its file in megabytes, which is what people are told, and in bytes.
PICTURE_MB = 12
PICTURE_BYTES = PICTURE_MB * 1024 * 1024
# Of one file that is brought: its bytes, and of what is packed in it: parts, XML unpacked, elements, and how deep they
# are nested. A report of 60,000 words in runs of three letters has 250,000 elements.
FILE_MB = 30
FILE_BYTES = FILE_MB * 1024 * 1024
FILE_ENTRIES = 2_000
FILE_XML_BYTES = 30_000_000
FILE_ELEMENTS = 300_000
FILE_DEPTH = 150
FILE_PICTURES = 100
# What pandoc may take for one file: memory of its own in megabytes, and seconds, of work and in all. A report of 60,000
# words takes one.
FILE_HEAP_MB = 150
FILE_WORK_SECONDS = 5
FILE_SECONDS = 20
# Of the files that a report carries: how many, and what each may have in megabytes and bytes; of a spreadsheet, whose
# parts are packed, also how many those are and their bytes.
REPORT_FILES = 12
REPORT_FILE_MB = 30
REPORT_FILE_BYTES = REPORT_FILE_MB * 1024 * 1024
REPORT_FILE_ENTRIES = 2_000
REPORT_FILE_UNPACKED_BYTES = 500_000_000
# Files that wait to become drafts: how many of one person, and for how long.
FILES_WAITING = 20
FILES_WAIT_DAYS = 2
# Of anything that is posted, pictures among it.
POST_MB = 50

# What a page asks the copy check at once while somebody writes: blocks, and letters with their markup.
COPY_BLOCKS = 60
COPY_LETTERS = 200_000

# What one page of the desk shows of a text: blocks, with those in cells, and letters with their marks. 20,000 words fit
# on one, and as many beside them that they took the place of.
PAGE_BLOCKS = 2_500
PAGE_LETTERS = 450_000
