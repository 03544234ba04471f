"""What lies beside a sealed decision in its file, in both languages, for whoever opens it years later."""

README = """\
KEPUTUSAN TERKUNCI / SEALED DECISION

Berkas ini memuat satu keputusan pengisian jabatan beserta semua yang menjadi dasarnya.
seal.json    daftar lengkap, data, kebijakan, dan aturan (teks JSON, UTF-8)
sha256.txt   sidik SHA-256 dari seal.json

Memeriksa sidik tanpa program apa pun:
  Linux, macOS:  sha256sum -c sha256.txt
  Windows:       certutil -hashfile seal.json SHA256   (bandingkan dengan sha256.txt)
Bandingkan sidik itu dengan yang tertulis dalam keputusan; sidik di dalam berkas ini saja tidak
membuktikan apa-apa, sebab siapa pun dapat menghitungnya ulang.
Menghitung ulang seluruh daftar dari isi berkas ini, tanpa basis data:  asnkarier verifikasi BERKAS

This file holds one decision on a post with everything it rests on.
seal.json    the whole list, the data, the policy and the rules (JSON text, UTF-8)
sha256.txt   the SHA-256 digest of seal.json

To check the digest without any program of ours:
  Linux, macOS:  sha256sum -c sha256.txt
  Windows:       certutil -hashfile seal.json SHA256   (compare with sha256.txt)
Compare the digest with the one written in the decree; the digest in this file alone proves
nothing, because anybody can compute it anew.
To compute the whole list again from this file, without the database:  asnkarier verify FILE
"""
